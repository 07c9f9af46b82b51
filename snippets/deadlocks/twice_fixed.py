# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.13t", "3.15"]
# explore = true
# facts.all = 'all (\d+)'
# claims = ["all == 200", "certain: end == 'finished'"]
# ///
"""Prints the total: the holder of an RLock may take it again."""

import threading

balance = {"Ann": 100, "Bob": 100}
lock = threading.RLock()


def total():
    with lock:
        return sum(balance.values())


def report():
    with lock:
        print("Ann", balance["Ann"])
        print("Bob", balance["Bob"])
        print("all", total())


report()
