# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# runs = 10
# facts.peas = ['^[ABC] +(\d+) peas']
# facts.peas_b = '^B +(\d+) peas'
# claims = ["peas == [300000, 0, 0]"]
# ///
"""The same cooks, but each one starts when the one before has ended."""

import threading

peas = {"A": 0, "B": 0, "C": 0}
bell = threading.Event()


def shell(cook):
    while not bell.is_set():
        peas[cook] += 1
        if peas[cook] == 300_000:
            bell.set()


cooks = [threading.Thread(target=shell, args=(x,)) for x in peas]
for cook in cooks:
    cook.start()
    cook.join()

for cook, count in peas.items():
    print(cook, count, "peas")
