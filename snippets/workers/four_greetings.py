# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15"]
# lane = "alone"
# timeout = 30
# runs = 3
# facts.hellos = ['Hello, (\w+)']
# facts.returned = 'returned: (.+)'
# facts.workers = '(\d+) workers'
# facts.is_worker = 'one of them: (\w+)'
# facts.took = '([\d.]+) s$'
# claims = [
#   "sorted(hellos) == ['Ann', 'Bob', 'Cleo', 'Dan']",
#   "returned == 'Ann Bob Cleo Dan'",
#   "is_worker == 'False'",
#   "took >= 0.3", "on 3.11: took < 1.2",
# ]
# ///
"""A pool of four greets four people; then main tells the time."""

import multiprocessing
import os
import time

NAMES = ["Ann", "Bob", "Cleo", "Dan"]


def say_hello(name):
    time.sleep(0.3)
    print("Hello,", name, flush=True)
    return name, os.getpid()


if __name__ == "__main__":
    start = time.perf_counter()
    with multiprocessing.Pool(4) as pool:
        answers = pool.map(say_hello, NAMES)
    took = time.perf_counter() - start

    names, pids = zip(*answers)
    print("returned:", *names)
    print(len(set(pids)), "workers; main is", end=" ")
    print("one of them:", os.getpid() in pids)
    print(f"{took:.2f} s")
