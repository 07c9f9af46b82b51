# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.13t"]
# runs = 2
# timeout = 1
# hangs = true
# explore = true
# claims = [
#   "hung",
#   "certain: end == 'livelock'",
# ]
# ///
"""Never ends, and is never still: two cooks step aside at once."""

import threading

place = {"A": "left", "B": "left"}
other_side = {"left": "right", "right": "left"}
looked = threading.Barrier(2)
stepped = threading.Barrier(2)


def walk(me, you):
    while place[me] == place[you]:  # step: looks
        looked.wait()
        place[me] = other_side[place[me]]  # step: steps aside
        stepped.wait()


a = threading.Thread(target=walk, args=("A", "B"))
b = threading.Thread(target=walk, args=("B", "A"))
a.start()
b.start()
a.join()
b.join()
print("A", place["A"], " B", place["B"])
