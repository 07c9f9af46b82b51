# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15", "3.13t"]
# runs = 3
# facts.turns = '(\d+) turns'
# facts.past = 'past somebody who waited: (\d+)'
# claims = [
#   "turns > 20",
#   "on 3.9, 3.11: past > 5",
#   "on 3.14, 3.15: past <= 5",
# ]
# ///
"""Prints whose turn it was, and how often somebody was passed over."""

import threading
import time

lock = threading.Lock()
waiting = set()
order = ""
past = 0


def cook(name):
    global order, past
    left_somebody = False
    while time.monotonic() < end:
        waiting.add(name)
        with lock:
            waiting.remove(name)
            # The lock was mine, another one waited, and it is mine.
            past += order.endswith(name) and left_somebody
            order += name
            time.sleep(0.002)
            left_somebody = bool(waiting)


end = time.monotonic() + 0.4
threads = [threading.Thread(target=cook, args=(x,)) for x in "AB"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print(order[:60])
print(len(order), "turns")
print("past somebody who waited:", past)
