# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# explore = true
# claims = [
#   "'A left  B right' in output",
#   "certain: end == 'finished' and 'A left' in output",
# ]
# ///
"""Prints where both stand: A has the right of way, so B steps aside."""

import threading

place = {"A": "left", "B": "left"}
other_side = {"left": "right", "right": "left"}
looked = threading.Barrier(2)
stepped = threading.Barrier(2)


def walk(me, you):
    while place[me] == place[you]:  # step: looks
        looked.wait()
        if me > you:
            place[me] = other_side[place[me]]  # step: steps aside
        stepped.wait()


a = threading.Thread(target=walk, args=("A", "B"))
b = threading.Thread(target=walk, args=("B", "A"))
a.start()
b.start()
a.join()
b.join()
print("A", place["A"], " B", place["B"])
