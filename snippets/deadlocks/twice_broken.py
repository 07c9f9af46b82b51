# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.13t"]
# timeout = 1
# hangs = true
# explore = true
# facts.waits_in = ['line \d+ in (\w+)']
# claims = [
#   "hung and waits_in == ['total', 'report']",
#   "certain: end == 'deadlock'",
# ]
# ///
"""Hangs: one thread waits for a lock that it holds itself."""

import threading

balance = {"Ann": 100, "Bob": 100}
lock = threading.Lock()


def total():
    with lock:
        return sum(balance.values())


def report():
    with lock:
        print("Ann", balance["Ann"])
        print("Bob", balance["Bob"])
        print("all", total())


report()
