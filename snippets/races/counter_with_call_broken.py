# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14",
#   "3.15", "3.13t"]
# lane = "alone"
# runs = 5
# facts.lost = 'lost +(\d+)'
# claims = ["lost > 0"]
# ///
"""Counts to 2000000 with two threads and prints how much was lost."""

import threading

TIMES = 1_000_000
counter = 0


# --8<-- [start:show]
def one():
    return 1


def count():
    global counter
    for _ in range(TIMES):
        counter += one()


# --8<-- [end:show]


a = threading.Thread(target=count)
b = threading.Thread(target=count)
a.start()
b.start()
a.join()
b.join()

print("expected", 2 * TIMES)
print("counted ", counter)
print("lost    ", 2 * TIMES - counter)
