# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15", "3.13t"]
# runs = 10
# facts.wanted = 'on the roll +(\d+)'
# facts.twice = 'handed out twice +(\d+)'
# facts.missing = 'never handed out +(\d+)'
# claims = [
#   "on 3.11, 3.15: twice == missing == 0",
#   "sometimes on 3.13t: twice > 0 and missing > 0",
# ]
# ///
"""Prints how many numbers two threads got twice, or never."""

import threading
from collections import Counter

TICKETS = 400_000
# One iterator, and two threads that take the next number from it.
roll = enumerate("x" * TICKETS)
start_line = threading.Barrier(2)
drawn = [], []


def draw(mine):
    start_line.wait()
    for number, _ in roll:
        mine.append(number)


threads = [threading.Thread(target=draw, args=(x,)) for x in drawn]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

times = Counter(drawn[0] + drawn[1])
print("on the roll     ", TICKETS)
print("handed out twice", sum(n > 1 for n in times.values()))
print("never handed out", sum(i not in times for i in range(TICKETS)))
