# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15", "3.13t"]
# timeout = 30
# runs = 1
# facts.lost = 'lost +(\d+)'
# claims = ["lost == 0"]
# ///
"""Counts to 2000000 with two threads and loses nothing."""

import threading

TIMES = 1_000_000
counter = 0
# --8<-- [start:show]
lock = threading.Lock()


def one():
    return 1


def count():
    global counter
    for _ in range(TIMES):
        with lock:
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
