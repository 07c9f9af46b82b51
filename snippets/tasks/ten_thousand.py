# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.15"]
# timeout = 30
# needs = ["linux"]
# runs = 3
# facts.known = [' (\d+) known']
# facts.numbers = [' (\d+) numbers?']
# facts.kb_task = 'tasks .* ([\d.]+) kB each'
# facts.kb_thread = 'threads .* ([\d.]+) kB each'
# claims = [
#   "known == [1, 1001] and numbers == [1, 1000]",
#   "kb_task < kb_thread",
# ]
# ///
"""Ten thousand tasks wait, then a thousand threads: who is known?"""

import asyncio
import os
import threading

seen = set()


def resident_kb():
    with open("/proc/self/status") as status:
        return next(int(x.split()[1]) for x in status if "VmRSS" in x)


def report(kind, count, before):
    known = len(os.listdir("/proc/self/task"))
    each = (resident_kb() - before) / count
    print(f"{count:6} {kind:8}{known:5} known to the kernel,", end="")
    print(f"{len(seen):5} numbers,{each:6.1f} kB each")


async def wait_for(bell):
    seen.add(threading.get_native_id())
    await bell.wait()


async def main():
    bell, before = asyncio.Event(), resident_kb()
    tasks = [asyncio.create_task(wait_for(bell)) for _ in range(10_000)]
    await asyncio.sleep(0)  # all of them begin, and wait
    report("tasks", len(tasks), before)
    bell.set()
    await asyncio.gather(*tasks)


def wait_too(bell):
    seen.add(threading.get_native_id())
    bell.wait()


asyncio.run(main())
seen.clear()
bell, before = threading.Event(), resident_kb()
threads = [
    threading.Thread(target=wait_too, args=(bell,)) for _ in range(1000)
]
for thread in threads:
    thread.start()
report("threads", len(threads), before)
bell.set()
for thread in threads:
    thread.join()
