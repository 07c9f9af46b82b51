# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.interleave]
# on = ["3.11"]
# lane = "alone"
# timeout = 30
# runs = 3
# needs = ["linux"]
# facts.threads = ['threads: (\d+)']
# facts.took = [' ([\d.]+) s,']
# claims = ["threads == [20, 200, 1]", "took[0] > 2 * took[1]"]
# ///
"""A thousand waits: by 20 threads, by 200, and by tasks in one."""

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor

PAGES = 1000


def fetch(page):
    time.sleep(0.02)  # the server takes its time
    return threading.get_native_id()


async def fetch_async(page):
    await asyncio.sleep(0.02)
    return threading.get_native_id()


async def fetch_all():
    return await asyncio.gather(*map(fetch_async, range(PAGES)))


def report(name, start, tids):
    took, count = time.perf_counter() - start, len(set(tids))
    print(f"{name:8}{took:5.2f} s, threads: {count}")


for count in 20, 200:
    with ThreadPoolExecutor(count) as pool:
        start = time.perf_counter()
        tids = list(pool.map(fetch, range(PAGES)))
        report("threads", start, tids)
start = time.perf_counter()
report("asyncio", start, asyncio.run(fetch_all()))
