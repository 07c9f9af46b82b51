# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# facts.winners = 'winners (\d+)'
# facts.on_file = 'file says (\S+)'
# claims = ["winners == 1", "on_file in ['A', 'B']"]
# ///
"""Prints one winner of a race for one file."""

import threading
import time

winners = []


# --8<-- [start:show]
def claim(name):
    time.sleep(0.1)
    # Mode "x" creates the file or fails: the operating system looks
    # and steps at once, and this holds against other programs as well.
    try:
        with open("winner.txt", "x") as file:
            file.write(name)
    except FileExistsError:
        return
    winners.append(name)


# --8<-- [end:show]


a = threading.Thread(target=claim, args=("A",))
b = threading.Thread(target=claim, args=("B",))
a.start()
b.start()
a.join()
b.join()

print("winners", len(winners))
with open("winner.txt") as file:
    print("file says", file.read())
