# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15", "3.13t"]
# runs = 3
# explore = true
# trace = ["3.11"]
# facts.kneaded = 'kneaded: +(. .)'
# facts.came_out = 'came out: +(. .)'
# claims = [
#   "kneaded in ['A B', 'B A'] and came_out in ['A B', 'B A']",
# ]
# ///
"""Lets two cooks share one oven, and prints who came first at what."""

import threading
import time

oven = threading.Lock()
kneaded = []
came_out = []


def bake(name):
    kneaded.append(name)  # step: kneads dough {name}
    with oven:
        time.sleep(0.1)  # so long it bakes
        came_out.append(name)  # step: takes out bread {name}


a = threading.Thread(target=bake, args=("A",))
b = threading.Thread(target=bake, args=("B",))
a.start()
b.start()
a.join()
b.join()

print("kneaded: ", *kneaded)
print("came out:", *came_out)
