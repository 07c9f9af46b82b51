# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15", "3.13t"]
# lane = "alone"
# runs = 2
# timeout = 40
# needs = ["linux", "cores >= 2"]
# facts.wall = ['^[a-z0-9 ]+? (\d+) ms']
# facts.low = ['(\d+) to ']
# facts.high = ['to +(\d+)']
# facts.on_core = ['to +\d+ +(\d+) ms']
# facts.in_line = ['to +\d+ +\d+ ms +(\d+) ms']
# facts.cores = [' ([\d.]+)$']
# facts.loop_one = '^loop .* ([\d.]+)$'
# facts.loop_threads = '^loop .*\n +threads .* ([\d.]+)$'
# facts.loop_processes = '^loop .*\n.*\n +processes .* ([\d.]+)$'
# facts.hash_one = '^sha256 .* ([\d.]+)$'
# facts.hash_threads = '^sha256 .*\n +threads .* ([\d.]+)$'
# facts.hash_processes = '^sha256 .*\n.*\n +processes .* ([\d.]+)$'
# claims = [
#   "len(wall) == 9",
#   "max(cores[0], cores[3]) < 1.1 and max(cores[6], cores[7], cores[8]) < 0.5",
#   "on 3.11, 3.15: cores[1] < 1.1",
#   "sometimes on 3.13t: cores[1] > 1.3",
#   "sometimes: cores[2] > 1.3", "sometimes: cores[4] > 1.3",
#   "sometimes: cores[5] > 1.3",
#   "wall[7] < 0.8 * wall[6] and wall[8] < 0.8 * wall[6]",
#   "sometimes on 3.11, 3.15: on_core[1] < 1.3 * on_core[0]",
# ]
# ///
"""Three kinds of work: one by one, in threads, in processes."""

import hashlib
import statistics
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

DATA = bytes(40_000_000)


def loop():
    for _ in range(2_000_000):
        pass


def sha256():
    hashlib.sha256(DATA).digest()


def sleep():
    time.sleep(0.04)


# --8<-- [start:show]
def task(work):
    """Does the work; returns its time on a core, and in line."""
    before = book()
    work()
    return [new - old for new, old in zip(book(), before)]


def book():
    with open("/proc/thread-self/schedstat") as file:
        return [int(ns) / 1e6 for ns in file.read().split()[:2]]


def compare(work):
    ways = {
        "one by one": map,
        "threads": threads.map,
        "processes": processes.map,
    }
    took = {name: [] for name in ways}
    # In turns, so that whatever disturbs us disturbs all three.
    for n in range(6):
        for name, way in ways.items():
            start = time.perf_counter()
            tasks = list(way(task, [work, work]))
            wall = 1000 * (time.perf_counter() - start)
            if n:  # the first round is for warming up
                took[name].append([wall, *map(sum, zip(*tasks))])
    report(work, took)


# --8<-- [end:show]
def report(work, took):
    for name, rounds in took.items():
        title = work.__name__ if name == "one by one" else ""
        walls = [wall for wall, _, _ in rounds]
        wall, on_core, in_line = map(statistics.median, zip(*rounds))
        print(f"{title:7}{name:11}{wall:5.0f} ms", end="")
        print(f"{min(walls):5.0f} to {max(walls):4.0f}", end="")
        print(f"{on_core:6.0f} ms{in_line:6.0f} ms", end="")
        print(f"{on_core / wall:7.2f}")


if __name__ == "__main__":
    print(" " * 18 + "median     spread      CPU  in line  cores")
    threads, processes = ThreadPoolExecutor(2), ProcessPoolExecutor(2)
    with threads, processes:
        for work in loop, sha256, sleep:
            compare(work)
