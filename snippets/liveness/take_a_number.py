# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15", "3.13t"]
# runs = 3
# facts.turns = '(\d+) turns'
# facts.past = 'past somebody who waited: (\d+)'
# claims = ["turns > 20 and past == 0"]
# ///
"""Prints whose turn it was: with numbers, nobody is passed over."""

import threading
import time

# --8<-- [start:show]
changed = threading.Condition()
waiting = set()
drawn = served = 0


def enter(name):
    global drawn
    with changed:
        mine = drawn
        drawn += 1
        waiting.add(name)
        changed.wait_for(lambda: served == mine)
        waiting.remove(name)


def leave():
    global served
    with changed:
        served += 1
        changed.notify_all()


# --8<-- [end:show]

order = ""
past = 0


def cook(name):
    global order, past
    left_somebody = False
    while time.monotonic() < end:
        enter(name)
        past += order.endswith(name) and left_somebody
        order += name
        time.sleep(0.002)
        left_somebody = bool(waiting)
        leave()


end = time.monotonic() + 0.4
threads = [threading.Thread(target=cook, args=(x,)) for x in "AB"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print(order[:60])
print(len(order), "turns")
print("past somebody who waited:", past)
