# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# facts.winners = 'winners (\d+)'
# facts.on_file = 'file says (\S+)'
# claims = ["winners == 2", "on_file in ['A', 'B']"]
# ///
"""Prints two winners of a race for one file, where one was wanted."""

import os
import threading
import time

winners = []


def claim(name):
    if os.path.exists("winner.txt"):
        return
    # Between the look and the step another thread, or another program,
    # can create the file.
    time.sleep(0.1)
    with open("winner.txt", "w") as file:
        file.write(name)
    winners.append(name)


a = threading.Thread(target=claim, args=("A",))
b = threading.Thread(target=claim, args=("B",))
a.start()
b.start()
a.join()
b.join()

print("winners", len(winners))
with open("winner.txt") as file:
    print("file says", file.read())
