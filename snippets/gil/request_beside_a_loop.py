# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15", "3.13t"]
# lane = "alone"
# runs = 3
# timeout = 30
# facts.alone = 'alone +([\d.]+) ms'
# facts.beside_loop = 'beside a loop +([\d.]+) ms'
# facts.at_best = 'beside a loop .*at best +([\d.]+)'
# facts.short_turns = 'turns of 0.5 ms +([\d.]+) ms'
# claims = [
#   "on 3.9, 3.11, 3.13, 3.14, 3.15: beside_loop - alone > 20",
#   "sometimes on 3.9, 3.11, 3.13, 3.14, 3.15: short_turns < beside_loop",
#   "on 3.13t: at_best < 30",
# ]
# ///
"""Prints how long a request takes, alone and beside a loop."""

import statistics
import sys
import threading
import time


def request():
    """Five questions to a database, which takes 2 ms for each."""
    for _ in range(5):
        time.sleep(0.002)


def compute():
    while not over:
        pass


def typical():
    times = []
    for _ in range(20):
        start = time.perf_counter()
        request()
        times.append(time.perf_counter() - start)
    middle, best = statistics.median(times), min(times)
    return f"{1000 * middle:5.1f} ms, at best {1000 * best:5.1f}"


print("alone          ", typical())

over = False
threading.Thread(target=compute).start()
print("beside a loop  ", typical())

sys.setswitchinterval(0.0005)
print("turns of 0.5 ms", typical())
over = True
