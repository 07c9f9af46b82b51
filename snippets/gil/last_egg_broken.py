# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.15", "3.13t"]
# runs = 3
# explore = true
# facts.eggs = 'eggs +(-?\d+)'
# facts.cakes = 'cakes +(\d+)'
# claims = [
#   "eggs == -1 and cakes == 2",
#   "possible: cakes == 2", "possible: cakes == 1",
# ]
# ///
"""Two cooks bake two cakes from one egg, with a GIL and without."""

import threading
import time

eggs = 1
cakes = 0


def bake():
    global eggs, cakes
    if eggs > 0:  # step: sees {eggs}
        time.sleep(0.1)  # heats the oven
        eggs -= 1  # step: takes one, leaves {eggs}
        cakes += 1  # step: bakes, cakes {cakes}


a = threading.Thread(target=bake)
b = threading.Thread(target=bake)
a.start()
b.start()
a.join()
b.join()

print("eggs ", eggs)
print("cakes", cakes)
