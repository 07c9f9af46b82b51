# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 3
# timeout = 30
# needs = ["linux"]
# facts.work = ['^ *([\d.]+) ms +[\d.]+ ms']
# facts.took = ['^ *[\d.]+ ms +([\d.]+) ms']
# claims = [
#   "took[1] - work[1] < (took[6] - work[6]) / 4",
#   "took[6] > 2 * work[6]",
# ]
# ///
"""Prints how long a sleeper's work takes beside three that compute."""

import os
import statistics
import time


def rival():
    """A process that computes on the same core until it is killed."""
    pid = os.fork()
    while pid == 0:
        pass
    return pid


def waited():
    """Milliseconds that this process was ready and not on the core."""
    with open("/proc/self/schedstat") as file:
        return int(file.read().split()[1]) / 1e6


def compute(ms):
    used, before = 0, time.monotonic()
    while used < ms / 1000:
        now = time.monotonic()
        if now - before < 0.0002:  # else it did not run meanwhile
            used += now - before
        before = now


os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
rivals = [rival() for _ in range(3)]

print("   work      took     of it in line")
for work in 0.2, 0.5, 1, 2, 4, 8, 16:
    in_line = []
    for _ in range(9):
        time.sleep(0.01)
        before = waited()
        compute(work)
        in_line.append(waited() - before)
    wait = statistics.median(in_line)
    print(f"{work:4} ms {work + wait:6.1f} ms {wait:10.1f} ms")

for pid in rivals:
    os.kill(pid, 9)
    os.wait()
