# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# explore = true
# trace = true
# facts.ate = ['ate (\w+)']
# facts.left = 'loaves left: (\d+)'
# claims = [
#   "ate == ['loaf', 'loaf'] and left == 0",
#   "certain: ate == ['loaf', 'loaf'] and left == 0",
# ]
# ///
"""Prints two meals: whoever wakes up looks again."""

import threading
import time

# --8<-- [start:show]
shelf = []
changed = threading.Condition()


def eat():
    with changed:
        changed.wait_for(lambda: shelf)
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
