# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15", "3.13t"]
# lane = "alone"
# runs = 3
# needs = ["linux", "cores >= 2"]
# facts.loop_more = 'loop .* ([\d.]+) times'
# facts.sha256_more = 'sha256 .* ([\d.]+) times'
# facts.sleep_more = 'sleep .* ([\d.]+) times'
# facts.loop_cores = 'loop .* ([\d.]+) +[\d.]+$'
# facts.sha256_cores = 'sha256 .* ([\d.]+) +[\d.]+$'
# facts.sleep_cores = 'sleep .* ([\d.]+) +[\d.]+$'
# facts.loop_ready = 'loop .* ([\d.]+)$'
# facts.sha256_ready = 'sha256 .* ([\d.]+)$'
# claims = [
#   "on 3.9, 3.11, 3.13, 3.14, 3.15: loop_cores < 1.2",
#   "on 3.13t: loop_cores + loop_ready > 1.3",
#   "sha256_cores + sha256_ready > 1.3",
#   "sleep_cores < 0.3", "sometimes: sleep_more > 1.5",
# ]
# ///
"""Prints what a second thread adds to a loop, a hash and a sleep."""

import hashlib
import threading
import time

SECONDS = 0.4
DATA = bytes(2_000_000)


def loop():
    for _ in range(50_000):
        pass


def sha256():
    hashlib.sha256(DATA).digest()


def sleep():
    time.sleep(0.01)


def repeat(work):
    while time.perf_counter() < stop:
        work()
        done.append(work)
    # Linux counts how long a thread was on a core, and how long it
    # was ready and only lacked one.
    with open("/proc/thread-self/schedstat") as file:
        on_core, lacked_core, _ = file.read().split()
    cores.append(int(on_core) / 1e9 / SECONDS)
    ready.append(int(lacked_core) / 1e9 / SECONDS)


print("       one thread  two threads              cores  ready")
for work in loop, sha256, sleep:
    counts = []
    for names in "A", "AB":
        done, cores, ready = [], [], []
        threads = [
            threading.Thread(target=repeat, args=(work,)) for _ in names
        ]
        stop = time.perf_counter() + SECONDS
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        counts.append(len(done))
    one, two = counts
    print(f"{work.__name__:6}{one:11}{two:13}{two / one:8.1f}", end="")
    print(f" times{sum(cores):7.2f}{sum(ready):7.2f}")
