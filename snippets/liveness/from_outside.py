# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.15", "3.13t"]
# runs = 3
# facts.deadlock = 'deadlock +(\d+) ms'
# facts.starvation = 'starvation +(\d+) ms'
# facts.livelock = 'livelock +(\d+) ms'
# facts.done = 'starvation .* (\d+) of others'
# facts.hungry = 'starvation .* (\d+) of one'
# claims = [
#   "deadlock < 10 and livelock > 15",
#   "done > 20 and hungry == 0",
# ]
# ///
"""Prints what three troubles look like from outside."""

import threading
import time
from threading import Barrier, Condition, Lock

# --8<-- [start:show]
knife, board, both = Lock(), Lock(), Barrier(2)
meals = {"others": 0, "one": 0}
closed = False


def deadlock(first, second):
    with first:
        both.wait()
        with second:
            meals["others"] += 1


readers, changed = 0, Condition()


def starve():
    with changed:
        changed.wait_for(lambda: readers == 0)
        meals["one"] += 1


def starve_somebody():
    global readers
    while not closed:
        with changed:
            readers += 1
        time.sleep(0.02)
        with changed:
            readers -= 1
            meals["others"] += 1
            changed.notify_all()


place = {"A": "left", "B": "left"}
other_side = {"left": "right", "right": "left"}
looked, stepped = Barrier(2), Barrier(2)


def livelock(me, you):
    while place[me] == place[you]:
        looked.wait()
        place[me] = other_side[place[me]]
        stepped.wait()
    meals["others"] += 1


# --8<-- [end:show]


def look(name, jobs):
    for job, *args in jobs:
        threading.Thread(target=job, args=args, daemon=True).start()
        time.sleep(0.005)
    meals["others"] = meals["one"] = 0
    used = time.process_time()
    time.sleep(0.5)
    used = 1000 * (time.process_time() - used)
    print(f"{name:11}{used:4.0f} ms of CPU, meals: ", end="")
    print(f"{meals['others']:3} of others, {meals['one']} of one")


look("deadlock", [(deadlock, knife, board), (deadlock, board, knife)])
look("starvation", [(starve_somebody,)] * 4 + [(starve,)])
closed = True
time.sleep(0.1)
look("livelock", [(livelock, "A", "B"), (livelock, "B", "A")])
