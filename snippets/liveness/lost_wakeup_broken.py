# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.13t"]
# runs = 2
# timeout = 1.5
# hangs = true
# explore = true
# trace = ["3.11"]
# facts.baked = '^(baked)$'
# claims = [
#   "hung and cpu < 0.5 and baked == 'baked'",
#   "possible: end == 'deadlock'", "possible: end == 'finished'",
# ]
# ///
"""Prints that bread is baked, and hangs: the call came too early."""

import threading
import time

# --8<-- [start:show]
bread = False
changed = threading.Condition()


def eat():
    if not bread:  # step: looks
        time.sleep(0.4)
        with changed:
            changed.wait()
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
