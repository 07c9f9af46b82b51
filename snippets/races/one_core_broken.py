# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.15"]
# lane = "alone"
# runs = 3
# needs = ["linux"]
# facts.cores = 'cores +(\d+)'
# facts.lost = 'lost +(\d+)'
# claims = ["cores == 1", "lost > 0"]
# ///
"""Loses additions of two threads that share a single core."""

import os
import threading

# --8<-- [start:show]
# From here on this program may use one core only.
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
TIMES = 1_000_000
counter = 0


def one():
    return 1


def count():
    global counter
    for _ in range(TIMES):
        counter += one()


# --8<-- [end:show]

a = threading.Thread(target=count)
b = threading.Thread(target=count)
a.start()
b.start()
a.join()
b.join()

print("cores", len(os.sched_getaffinity(0)))
print("lost ", 2 * TIMES - counter)
