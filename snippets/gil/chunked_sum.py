# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15", "3.13t"]
# lane = "alone"
# runs = 3
# timeout = 30
# needs = ["linux", "cores >= 2"]
# facts.threads = ['^(\d) threads']
# facts.took = ['after ([\d.]+) s']
# facts.work_1 = '^1 .*, ([\d.]+) s of work'
# facts.work_8 = '^8 .*, ([\d.]+) s of work'
# facts.cores = ['([\d.]+) cores$']
# facts.sums = [': (\d+) after']
# claims = [
#   "on 3.9, 3.11, 3.13, 3.14, 3.15: max(cores) < 1.2",
#   "work_8 < 1.8 * work_1", "sometimes: work_8 < 1.3 * work_1",
#   "set(sums) == {49999995000000}",
# ]
# ///
"""Adds up ten million numbers in 1, 2, 4 and 8 threads."""

import threading
import time

N = 10_000_000


def add_up(chunk):
    total = 0
    for number in chunk:
        total += number
    sums.append(total)


for count in 1, 2, 4, 8:
    sums = []
    size = N // count
    threads = [
        threading.Thread(target=add_up, args=(range(i, i + size),))
        for i in range(0, N, size)
    ]
    start, cpu = time.perf_counter(), time.process_time()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - start
    cpu = time.process_time() - cpu
    print(
        f"{count} threads: {sum(sums)} after {took:.2f} s,"
        f" {cpu:.2f} s of work, {cpu / took:.2f} cores"
    )
