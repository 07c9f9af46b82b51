# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.13", "3.15", "3.13t"]
# lane = "alone"
# runs = 3
# timeout = 30
# needs = ["linux"]
# facts.thread = 'thread +([\d.]+)'
# facts.fork = 'fork +([\d.]+)'
# facts.server_first = 'forkserver +[\d.]+ ms +([\d.]+)'
# facts.server = 'forkserver +([\d.]+)'
# facts.spawn = '^spawn +([\d.]+)'
# facts.times = 'for (\d+) threads'
# claims = [
#   "fork > 1.5 * thread",
#   "spawn > 3 * fork",
#   "thread < server",
#   "times > 20",
#   "sometimes: server < spawn",
# ]
# ///
"""Prints how long it takes to start a worker and see it end."""

import multiprocessing
import statistics
import threading
import time


def nothing():
    pass


def measure(name, make, times):
    took = []
    for _ in range(times):
        start = time.perf_counter()
        worker = make(target=nothing)
        worker.start()
        worker.join()
        took.append(1000 * (time.perf_counter() - start))
    middle = statistics.median(took)
    print(f"{name:10} {middle:8.2f} ms {took[0]:8.2f} ms")
    return middle


if __name__ == "__main__":
    print("             usually   the first")
    thread = measure("thread", threading.Thread, 200)
    for method in "fork", "forkserver", "spawn":
        context = multiprocessing.get_context(method)
        process = measure(method, context.Process, 9)
    print(f"one spawn for {process / thread:.0f} threads")
