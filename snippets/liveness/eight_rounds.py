# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.15", "3.13t"]
# runs = 3
# trace = ["3.11"]
# facts.places = ['^(A \w+ +B \w+)']
# facts.then = '^then: (.+)'
# claims = [
#   "len(places) == 8 and then == 'still in the way'",
#   "len(set(places)) == 2",
# ]
# ///
"""Prints where two polite cooks stand after each of eight rounds."""

import threading

place = {"A": "left", "B": "left"}
other_side = {"left": "right", "right": "left"}


def show():
    print("A", place["A"], " B", place["B"])


# A barrier lets both go on when both have come. One of them
# carries out the action first.
looked = threading.Barrier(2)
stepped = threading.Barrier(2, action=show)


def walk(me, you):
    for _ in range(8):
        in_the_way = place[me] == place[you]  # step: looks
        looked.wait()
        if in_the_way:
            place[me] = other_side[place[me]]  # step: steps aside
        stepped.wait()


a = threading.Thread(target=walk, args=("A", "B"))
b = threading.Thread(target=walk, args=("B", "A"))
a.start()
b.start()
a.join()
b.join()
met = place["A"] == place["B"]
print("then:", "still in the way" if met else "passed")
