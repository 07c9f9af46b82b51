# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14",
#   "3.15", "3.13t"]
# runs = 10
# facts.expected = 'expected +(\d+)'
# facts.appended = 'appended +(\d+)'
# facts.counted = 'counted +(\d+)'
# claims = ["appended == expected", "sometimes: counted < expected"]
# ///
"""Prints that no append was lost, but many additions were."""

import threading

TIMES = 500_000
words = []
counter = 0


def same(number):
    return number


def work():
    global counter
    for _ in range(TIMES):
        # One operation on one list: Python does it whole.
        words.append("word")
        # Reads, calls, adds, writes: each is done whole, and another
        # thread can come in between.
        counter = same(counter) + 1


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()

print("expected", 2 * TIMES)
print("appended", len(words))
print("counted ", counter)
