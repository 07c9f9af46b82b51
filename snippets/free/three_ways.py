# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.14", "3.15", "3.13t"]
# lane = "alone"
# timeout = 40
# runs = 3
# needs = ["linux", "cores >= 2"]
# facts.threads = 'threads +([\d.]+)'
# facts.threads_ready = 'threads +[\d.]+ +([\d.]+)'
# facts.processes = 'processes +([\d.]+)'
# facts.processes_ready = 'processes +[\d.]+ +([\d.]+)'
# facts.interpreters = 'interpreters +([\d.-]+)'
# facts.interpreters_ready = 'interpreters +[\d.-]+ +([\d.-]+)'
# claims = [
#   "on 3.11, 3.14, 3.15: threads < 1.2",
#   "sometimes on 3.11, 3.14, 3.15: threads + threads_ready < 1.3",
#   "on 3.13t: threads + threads_ready > 1.3",
#   "processes + processes_ready > 1.3",
#   "on 3.14, 3.15: interpreters + interpreters_ready > 1.3",
# ]
# ///
"""Prints how many cores two workers used: as threads, and otherwise."""

import concurrent.futures
import time

SECONDS = 0.4


def times():
    with open("/proc/thread-self/schedstat") as file:
        return [int(word) / 1e9 for word in file.read().split()[:2]]


def count(_):
    """Count for a while. How long on a core, and ready for one?"""
    before = times()
    stop = time.perf_counter() + SECONDS
    n = 0
    while time.perf_counter() < stop:
        n += 1
    return [b - a for a, b in zip(before, times())]


def main():
    print("              cores  ready")
    for name, kind in {
        "threads": "ThreadPoolExecutor",
        "processes": "ProcessPoolExecutor",
        "interpreters": "InterpreterPoolExecutor",  # new in 3.14
    }.items():
        if not hasattr(concurrent.futures, kind):
            print(f"{name:12}      -      -")
            continue
        with getattr(concurrent.futures, kind)(2) as pool:
            both = list(pool.map(count, range(2)))
        cores, ready = (sum(each) / SECONDS for each in zip(*both))
        print(f"{name:12}{cores:7.2f}{ready:7.2f}")


if __name__ == "__main__":
    main()
