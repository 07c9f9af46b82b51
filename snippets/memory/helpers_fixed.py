# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# explore = true
# trace = true
# facts.r1 = 'r1 = (\d)'
# facts.r2 = 'r2 = (\d)'
# claims = [
#   "r1 + r2 > 0",
#   "certain: r1 + r2 > 0",
#   "possible: r1 + r2 == 2",
#   "possible: r1 < r2",
#   "possible: r1 > r2",
# ]
# ///
"""Each cook waits until the pile is empty; never do both read 0."""

import queue
import threading
import time

x = y = 0
pile_a, pile_b = queue.Queue(), queue.Queue()


# --8<-- [start:show]
def cook_a():
    global r1
    pile_a.put("x = 1")
    pile_a.join()  # until the slip hangs on the board
    r1 = y  # step: reads y = {r1}


def helper_of_a():
    global x
    pile_a.get()
    time.sleep(0.1)  # it is a long way
    x = 1  # step: writes x = 1
    pile_a.task_done()


# --8<-- [end:show]


def cook_b():
    global r2
    pile_b.put("y = 1")
    pile_b.join()
    r2 = x  # step: reads x = {r2}


def helper_of_b():
    global y
    pile_b.get()
    time.sleep(0.1)
    y = 1  # step: writes y = 1
    pile_b.task_done()


threads = [
    threading.Thread(target=work)
    for work in (cook_a, cook_b, helper_of_a, helper_of_b)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print(f"r1 = {r1}, r2 = {r2}")
