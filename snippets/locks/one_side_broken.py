# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# explore = true
# trace = true
# facts.eggs = 'eggs (\d+)'
# claims = [
#   "eggs == 110",
#   "possible: eggs == 110", "possible: eggs == 115",
#   "possible: eggs == 105",
# ]
# ///
"""Prints the eggs on the board; one of two cooks ignored the lock."""

import threading
import time

eggs = 100
lock = threading.Lock()


def farmer():
    global eggs
    with lock:
        seen = eggs  # step: reads {eggs}
        time.sleep(0.2)  # carries ten eggs in
        eggs = seen + 10  # step: writes {eggs}


def neighbour():
    global eggs
    time.sleep(0.1)
    # Five more. Nobody asks for the lock here.
    seen = eggs  # step: reads {eggs}
    eggs = seen + 5  # step: writes {eggs}


a = threading.Thread(target=farmer)
b = threading.Thread(target=neighbour)
a.start()
b.start()
a.join()
b.join()

print("eggs", eggs)
