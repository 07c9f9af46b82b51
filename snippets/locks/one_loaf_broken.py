# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# explore = true
# facts.error = '(IndexError)'
# claims = [
#   "error == 'IndexError'",
#   "possible: end == 'error'", "possible: end == 'finished'",
# ]
# ///
"""Bakes two loaves for two eaters, and prints how many are left."""

import threading
import time

# --8<-- [start:show]
shelf = []
changed = threading.Condition()


def eat():
    with changed:
        if not shelf:
            changed.wait()
        shelf.pop()  # step: eats


def bake():
    time.sleep(0.1)
    for _ in range(2):
        with changed:
            shelf.append("loaf")  # step: bakes
            changed.notify_all()
        time.sleep(0.1)


# --8<-- [end:show]

threads = [
    threading.Thread(target=eat),
    threading.Thread(target=eat),
    threading.Thread(target=bake),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("loaves left:", len(shelf))
