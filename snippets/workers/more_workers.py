# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.11"]
# lane = "alone"
# runs = 3
# timeout = 30
# needs = ["linux", "cores >= 2"]
# facts.workers = ['^ *(\d+) ']
# facts.wait = ['^ *\d+ +([\d.]+) s']
# facts.compute = ['s +([\d.]+) s +[\d.]+$']
# facts.cores = ['([\d.]+)$']
# facts.cpus = 'has (\d+) cores'
# claims = [
#   "wait[3] < 0.4 * wait[0]",
#   "max(cores) < cpus + 0.3",
#   "cores[0] < 1.2",
# ]
# ///
"""Eight tasks for 1, 2, 4 and 8 workers: some wait, some compute."""

import os
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def wait(_):
    time.sleep(0.1)
    return 0


def compute(_):
    before = time.process_time()
    for _ in range(2_000_000):
        pass
    return time.process_time() - before


def clocked(pool, task):
    with pool:
        pool.submit(task, 0).result()  # until the workers are there
        start = time.perf_counter()
        work = sum(pool.map(task, range(8)))
        return time.perf_counter() - start, work


if __name__ == "__main__":
    print(f"this machine has {os.cpu_count()} cores")
    print("workers  waiting  computing  cores at work")
    for count in 1, 2, 4, 8:
        waited, _ = clocked(ThreadPoolExecutor(count), wait)
        took, work = clocked(ProcessPoolExecutor(count), compute)
        print(f"{count:7}{waited:7.2f} s{took:9.2f} s", end="")
        print(f"{work / took:15.2f}")
