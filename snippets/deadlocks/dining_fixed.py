# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# explore = true
# claims = [
#   "len(lines) == 3",
#   "certain: end == 'finished'",
# ]
# ///
"""Prints three meals: all take the fork with the lower number first."""

import threading
import time

SEATS = 3
fork = [threading.Lock() for _ in range(SEATS)]


def dine(seat):
    first, second = sorted([seat, (seat + 1) % SEATS])
    with fork[first]:
        time.sleep(0.1)
        with fork[second]:
            print("a philosopher eats")  # step: eats


threads = [
    threading.Thread(target=dine, args=(seat,)) for seat in range(SEATS)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
