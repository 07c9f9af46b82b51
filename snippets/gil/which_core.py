# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.15", "3.13t"]
# lane = "alone"
# runs = 3
# needs = ["linux", "cores >= 2"]
# facts.shares = ['core \d+ +(\d+) %']
# facts.total = 'together +(\d+) %'
# claims = [
#   "on 3.9, 3.11, 3.13, 3.15: total <= 102",
#   "sometimes on 3.9, 3.11, 3.13, 3.15: max(shares) < 0.8 * total",
# ]
# ///
"""Prints how busy four computing threads keep each core."""

import ctypes
import threading
import time
from collections import Counter

SECONDS = 1.0
# Asks Linux for this thread's core; PyDLL keeps the GIL meanwhile.
this_core = ctypes.PyDLL(None).sched_getcpu


def compute():
    spent = Counter()
    before = time.perf_counter()
    while before < stop:
        now = time.perf_counter()
        # A longer pause means that this thread did not run.
        if now - before < 0.0005:
            spent[this_core()] += now - before
        before = now
    busy.append(spent)


busy = []
stop = time.perf_counter() + SECONDS
threads = [threading.Thread(target=compute) for _ in "ABCD"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

total = sum(busy, Counter())
for core, spent in sorted(total.items()):
    print(f"core {core}   {100 * spent / SECONDS:3.0f} %")
print(f"together {100 * sum(total.values()) / SECONDS:3.0f} %")
