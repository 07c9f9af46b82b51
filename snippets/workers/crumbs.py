# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.11"]
# lane = "alone"
# timeout = 30
# runs = 3
# needs = ["linux"]
# facts.sizes = ['^ *(\d+) ']
# facts.parcels = ['^ *\d+ +(\d+) ']
# facts.took = ['([\d.]+) s +[\d.]+ s$']
# facts.work = ['([\d.]+) s$']
# claims = ["work[0] > 5 * work[2]"]
# ///
"""Sends 20,000 tiny tasks to two workers in parcels of three sizes."""

import multiprocessing
import resource
import time


def used():
    """Seconds on a core: this process, and children that ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    print("chunksize  parcels    took    work")
    for chunksize in 1, 100, 2500:
        start, before = time.perf_counter(), used()
        with multiprocessing.Pool(2) as pool:
            pool.map(abs, range(20_000), chunksize)
            took = time.perf_counter() - start
            pool.close()
            pool.join()
        parcels = 20_000 // chunksize
        print(f"{chunksize:9}{parcels:9}{took:6.2f} s", end="")
        print(f"{used() - before:6.2f} s")
