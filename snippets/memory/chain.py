# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15", "3.13t"]
# runs = 3
# explore = true
# trace = ["3.15"]
# facts.bread = 'bread of (.+)'
# claims = [
#   "bread == 'ground corn, kneaded, baked'",
#   "certain: bread == 'ground corn, kneaded, baked'",
# ]
# ///
"""Prints a bread that three threads made, without a lock."""

import queue
import threading
import time

# --8<-- [start:show]
sacks = queue.Queue()
risen = threading.Event()


def mill():
    global flour
    time.sleep(0.1)
    flour = f"ground {corn}"  # step: flour
    sacks.put("a sack has come")


def knead():
    global dough
    sacks.get()
    dough = f"{flour}, kneaded"  # step: dough
    risen.set()


def bake():
    global bread
    risen.wait()
    bread = f"{dough}, baked"  # step: bread


corn = "corn"
# --8<-- [end:show]
threads = [threading.Thread(target=f) for f in (mill, knead, bake)]
for thread in threads:
    thread.start()
threads[2].join()
print("bread of", bread)
for thread in threads:
    thread.join()
