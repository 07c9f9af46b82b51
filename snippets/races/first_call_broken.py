# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.10", "3.11", "3.13", "3.14", "3.15"]
# lane = "alone"
# runs = 5
# facts.lost = 'lost +(\d+)'
# claims = ["sometimes: lost > 0"]
# ///
"""Loses additions that call len, each the first of its kind."""

import sys
import threading
from types import FunctionType

TIMES = 20_000
counter = 0


def add():
    global counter
    counter += len("x")


def work():
    for _ in range(TIMES):
        # A copy that has never run, so Python has nothing to go by.
        fresh = FunctionType(add.__code__.replace(), globals())
        fresh()


# Asked to make room after half a millisecond, as in the table.
sys.setswitchinterval(0.0005)
threads = [threading.Thread(target=work) for _ in "ABCD"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print("added", 4 * TIMES)
print("lost ", 4 * TIMES - counter)
