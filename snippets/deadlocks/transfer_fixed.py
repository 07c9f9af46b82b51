# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.13t", "3.15"]
# runs = 3
# explore = true
# facts.ann = 'Ann (\d+)'
# facts.bob = 'Bob (\d+)'
# claims = [
#   "ann == 110 and bob == 90",
#   "certain: end == 'finished'",
#   "certain: ann == 110 and bob == 90",
# ]
# ///
"""Prints both balances: all transfers take locks in one order."""

import threading
import time

balance = {"Ann": 100, "Bob": 100}
lock = {"Ann": threading.Lock(), "Bob": threading.Lock()}


def transfer(source, target, amount):
    first, second = sorted([source, target])
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
