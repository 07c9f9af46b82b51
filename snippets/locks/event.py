# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# explore = true
# trace = true
# facts.first = '\A(.+)\n'
# facts.bread = ['([AB]) puts bread in']
# claims = [
#   "first == 'the oven is hot' and len(bread) == 2",
#   "certain: first == 'the oven is hot' and len(bread) == 2",
# ]
# ///
"""Prints that the oven is hot, and then what waited for it."""

import threading
import time

# --8<-- [start:show]
hot = threading.Event()


def bake(name):
    hot.wait()
    print(name, "puts bread in")  # step: puts bread in


def heat():
    time.sleep(0.1)
    print("the oven is hot")  # step: the oven is hot
    hot.set()


# --8<-- [end:show]

threads = [
    threading.Thread(target=bake, args=("A",)),
    threading.Thread(target=bake, args=("B",)),
    threading.Thread(target=heat),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
