# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# timeout = 1
# hangs = true
# explore = true
# trace = true
# facts.stands_at = ['line (\d+) in dine']
# claims = [
#   "hung and len(stands_at) == 3 and len(set(stands_at)) == 1",
#   "possible: end == 'deadlock'",
#   "possible: end == 'finished'",
# ]
# ///
"""Hangs: each of three philosophers holds the fork of the next one."""

import threading
import time

SEATS = 3
fork = [threading.Lock() for _ in range(SEATS)]


def dine(seat):
    first, second = seat, (seat + 1) % SEATS
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
