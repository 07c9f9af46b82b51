# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# facts.r1 = 'r1 = (\d)'
# facts.r2 = 'r2 = (\d)'
# explore = true
# claims = [
#   "r1 + r2 > 0",
#   "certain: r1 + r2 > 0",
#   "possible: r1 + r2 == 2",
#   "possible: r1 < r2",
#   "possible: r1 > r2",
# ]
# ///
"""Each thread writes 1, then reads what the other one wrote."""

import threading

x = y = 0
r1 = r2 = None


def first():
    global x, r1
    x = 1  # step: writes x = 1
    r1 = y  # step: reads y = {r1}


def second():
    global y, r2
    y = 1  # step: writes y = 1
    r2 = x  # step: reads x = {r2}


a = threading.Thread(target=first)
b = threading.Thread(target=second)
a.start()
b.start()
a.join()
b.join()

print(f"r1 = {r1}, r2 = {r2}")
