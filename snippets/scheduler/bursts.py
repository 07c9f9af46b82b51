# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 3
# timeout = 30
# needs = ["linux"]
# facts.work = ['^ *([\d.]+) ms']
# facts.to_begin = ['^ *[\d.]+ ms +([\d.]+) ms']
# facts.later = ['([\d.]+) ms +[\d.]+ ms$']
# facts.took = ['([\d.]+) ms$']
# claims = [
#   "max(later[0], later[1]) < 1 and later[6] > work[6]",
#   "took[1] - work[1] < (took[6] - work[6]) / 4",
#   "took[6] > 2 * work[6]",
# ]
# ///
"""Prints for what a sleeper's work waits beside three that compute."""

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

print("   work     to begin  in line later      took")
for work in 0.2, 0.5, 1, 2, 4, 8, 16:
    to_begin, in_line = [], []
    for _ in range(9):
        asleep = waited()
        time.sleep(0.01)
        begun = waited()  # it has the core again
        compute(work)
        to_begin.append(begun - asleep)
        in_line.append(waited() - begun)
    first, later = map(statistics.median, (to_begin, in_line))
    print(f"{work:4} ms {first:9.1f} ms {later:11.1f} ms", end="")
    print(f" {first + work + later:6.1f} ms")

for pid in rivals:
    os.kill(pid, 9)
    os.wait()
