# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.14", "3.15", "3.13t"]
# runs = 3
# trace = ["3.11"]
# facts.error = ['^(ZeroDivisionError)']
# facts.cooks = ['(\w) serves']
# facts.by_b = ['B serves (\w+)']
# facts.main = ['main (closes)']
# claims = [
#   "exit == 0",
#   "by_b == ['soup', 'rice', 'cake']",
#   "len(error) == 1 and cooks == ['B', 'B', 'B'] and main == ['closes']",
# ]
# ///
"""One thread divides by zero; see what the others do."""

import threading
import time


def cook_a():
    time.sleep(0.3)
    portions = 12 // 0
    print("A serves", portions)


def cook_b():
    for dish in "soup", "rice", "cake":
        time.sleep(0.25)
        print("B serves", dish)  # step: serves {dish}


A = threading.Thread(target=cook_a, name="A")
B = threading.Thread(target=cook_b, name="B")
A.start()
B.start()
A.join()
B.join()
print("main closes for today")
