# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.13t"]
# runs = 3
# timeout = 1
# hangs = true
# explore = true
# trace = true
# facts.stands_at = ['line (\d+) in transfer']
# claims = [
#   "hung and cpu < 0.5",
#   "len(stands_at) == 2 and stands_at[0] == stands_at[1]",
#   "possible: end == 'deadlock'",
#   "possible: end == 'finished'",
# ]
# ///
"""Hangs: each of two transfers holds the lock that the other needs."""

import threading
import time

balance = {"Ann": 100, "Bob": 100}
lock = {"Ann": threading.Lock(), "Bob": threading.Lock()}


def transfer(source, target, amount):
    first, second = source, target
    with lock[first]:
        # Stands for work between the two locks: ask a database,
        # write a log. Without it the bad moment can come as well.
        time.sleep(0.1)
        with lock[second]:
            balance[source] -= amount  # step: takes {amount}
            balance[target] += amount  # step: gives {amount}


a = threading.Thread(target=transfer, args=("Ann", "Bob", 10))
b = threading.Thread(target=transfer, args=("Bob", "Ann", 20))
a.start()
b.start()
a.join()
b.join()

print("Ann", balance["Ann"])
print("Bob", balance["Bob"])
