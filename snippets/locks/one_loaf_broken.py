# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# explore = true
# facts.ate = ['ate (\w+)']
# facts.left = 'loaves left: (\d+)'
# claims = [
#   "ate == ['loaf', 'nothing'] and left == 1",
#   "possible: 'nothing' in ate", "possible: left == 0",
# ]
# ///
"""Prints what two eaters ate, for whom two loaves were baked."""

import threading
import time

# --8<-- [start:show]
shelf = []
changed = threading.Condition()


def eat():
    with changed:
        if not shelf:
            changed.wait()
        meal = shelf.pop() if shelf else "nothing"  # step: eats {meal}
        print("ate", meal)


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
