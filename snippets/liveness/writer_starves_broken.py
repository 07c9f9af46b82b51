# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.15", "3.13t"]
# runs = 3
# explore = true
# trace = ["3.11"]
# facts.overtook = 'overtook the writer: (\d+)'
# claims = [
#   "overtook >= 1",
#   "possible: overtook == 2", "possible: overtook == 0",
#   "certain: end == 'finished'",
# ]
# ///
"""Prints how many reads began while a writer stood and waited."""

import threading
import time

# --8<-- [start:show]
readers, asked, overtook = 0, False, 0
changed = threading.Condition()
all_here = threading.Barrier(3)


def come_in():
    global readers, overtook
    with changed:
        readers += 1  # step: begins to read
        overtook += asked  # True counts as one


def go_out():
    global readers
    with changed:
        readers -= 1  # step: has read
        changed.notify_all()


def read_twice(first):
    come_in()
    all_here.wait()
    time.sleep(first)
    go_out()
    come_in()
    time.sleep(0.2)
    go_out()


def write():
    global asked
    all_here.wait()
    with changed:
        asked = True  # step: wants to write
        changed.wait_for(lambda: readers == 0)
        asked = False  # step: writes


# --8<-- [end:show]

threads = [
    threading.Thread(target=read_twice, args=(0.1,)),
    threading.Thread(target=read_twice, args=(0.2,)),
    threading.Thread(target=write),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("reads that overtook the writer:", overtook)
