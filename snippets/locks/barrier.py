# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# explore = true
# trace = true
# facts.courses = ['(soup|cake)']
# claims = [
#   "courses == ['soup', 'soup', 'cake', 'cake']",
#   "certain: courses == ['soup', 'soup', 'cake', 'cake']",
# ]
# ///
"""Prints both soups before any cake, whoever is faster."""

import threading
import time

# --8<-- [start:show]
served = threading.Barrier(2)


def cook(name, seconds):
    for course in "soup", "cake":
        time.sleep(seconds)
        print(f"{name}: {course}")  # step: serves {course}
        served.wait()


a = threading.Thread(target=cook, args=("A", 0.1))
b = threading.Thread(target=cook, args=("B", 0.3))
# --8<-- [end:show]
a.start()
b.start()
a.join()
b.join()
