# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.15", "3.13t"]
# runs = 3
# explore = true
# claims = [
#   "'baked' in output and 'eaten' in output",
#   "certain: end == 'finished'",
# ]
# ///
"""Prints that bread is baked and eaten: looked at under the lock."""

import threading
import time

# --8<-- [start:show]
bread = False
changed = threading.Condition()


def eat():
    time.sleep(0.4)
    with changed:
        changed.wait_for(lambda: bread)  # step: looks
    print("eaten")


def bake():
    global bread
    time.sleep(0.2)
    with changed:
        bread = True  # step: bakes
        changed.notify_all()
    print("baked")


# --8<-- [end:show]

a = threading.Thread(target=eat)
b = threading.Thread(target=bake)
a.start()
b.start()
a.join()
b.join()
