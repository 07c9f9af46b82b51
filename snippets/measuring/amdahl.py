# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 2
# timeout = 40
# needs = ["linux", "cores >= 2"]
# facts.workers = ['^ +(\d+) ']
# facts.law = ['^ +\d+ +([\d.]+)']
# facts.law_8 = '^ +8 +([\d.]+)'
# facts.by_work = ['^ +\d+ +[\d.]+ +([\d.]+)']
# facts.by_clock = ['([\d.]+)$']
# claims = [
#   "law == [1, 1.6, 2.29, 2.91]",
#   "0.85 < by_work[1] / law[1] < 1.15",
#   "max(by_clock) < 1.1 * law[3] and by_clock[1] < 1.15 * law[1]",
#   "0.75 < by_work[2] / law[2] < 1.25 and by_work[3] < 4",
# ]
# ///
"""A quarter of the work cannot be shared; prints what workers bring."""

import statistics
import time
from concurrent.futures import ProcessPoolExecutor


def chop(times):
    """Returns how much time on a core it took."""
    start = time.process_time()
    for _ in range(times):
        sum(range(10_000))
    return time.process_time() - start


def dinner(workers):
    start = time.perf_counter()
    planned = chop(100)  # one cook plans, and nobody can help
    shares = list(pool.map(chop, [300 // workers] * workers))
    clock = time.perf_counter() - start
    # If everybody has a core: the plan, and then the longest share.
    path = (planned + sum(shares)) / (planned + max(shares))
    return path, clock


if __name__ == "__main__":
    with ProcessPoolExecutor(8) as pool:
        list(pool.map(chop, [60] * 16))  # all workers are awake
        print("faster:  by the law   by the work   by the clock")
        for workers in 1, 2, 4, 8:
            dinners = [dinner(workers) for _ in range(5)]
            path, clock = map(statistics.median, zip(*dinners))
            if workers == 1:
                alone = clock
            law = 1 / (0.25 + 0.75 / workers)
            print(f"{workers:3} {law:14.2f} {path:13.2f}", end="")
            print(f"{alone / clock:14.2f}")
