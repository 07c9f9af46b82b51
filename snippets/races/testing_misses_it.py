# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.15"]
# runs = 3
# timeout = 30
# facts.passed = 'passed (\d+)'
# facts.forced = 'forced: \$(\d+)'
# claims = ["passed == 1000", "forced == 110"]
# ///
"""Prints that 1000 tests of 1000 pass, and the bug they all miss."""

import threading

balance = 0


def deposit(amount, in_between):
    global balance
    seen = balance
    in_between()
    balance = seen + amount


def two_deposits(in_between):
    global balance
    balance = 100
    threads = [
        threading.Thread(target=deposit, args=(10, in_between))
        for _ in "AB"
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return balance


def nothing():
    pass


# Nothing makes the two deposits overlap.
passed = sum(two_deposits(nothing) == 120 for _ in range(1000))
print(f"passed {passed} tests of 1000")

# The same function, when both threads must read before either writes.
barrier = threading.Barrier(2)
print(f"forced: ${two_deposits(barrier.wait)}")
