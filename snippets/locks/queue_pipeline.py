# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# explore = true
# trace = true
# facts.served = 'served: (.+)'
# claims = [
#   "served == 'washed leek, cut; washed beet, cut'",
#   "certain: served == 'washed leek, cut; washed beet, cut'",
# ]
# ///
"""Prints what two cooks in a row made; no lock is to be seen."""

import threading
from queue import Queue

# --8<-- [start:show]
to_wash, to_cut = Queue(), Queue(maxsize=1)
END = None  # goes through both queues, behind everything else
served = []


def wash():
    while True:
        item = to_wash.get()
        if item is END:
            to_cut.put(END)
            return
        to_cut.put(f"washed {item}")


def cut():
    while True:
        item = to_cut.get()
        if item is END:
            return
        served.append(f"{item}, cut")  # step: serves {item}


for item in "leek", "beet", END:
    to_wash.put(item)
a = threading.Thread(target=wash)
b = threading.Thread(target=cut)
a.start()
b.start()
a.join()
b.join()
print("served:", "; ".join(served))
# --8<-- [end:show]
