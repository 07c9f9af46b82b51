# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15", "3.13t"]
# runs = 5
# facts.wanted = 'on the roll +(\d+)'
# facts.twice = 'handed out twice +(\d+)'
# facts.missing = 'never handed out +(\d+)'
# claims = ["twice == missing == 0"]
# ///
"""Prints that every number was handed out once: a lock sees to it."""

import threading
from collections import Counter

TICKETS = 400_000
roll = enumerate("x" * TICKETS)
start_line = threading.Barrier(2)
drawn = [], []
lock = threading.Lock()


def draw(mine):
    start_line.wait()
    while True:
        # One at a time asks the iterator for its next number.
        with lock:
            number, _ = next(roll, (None, None))
        if number is None:
            break
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
