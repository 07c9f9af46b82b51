# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.15", "3.13t"]
# lane = "alone"
# runs = 3
# needs = ["linux", "cores >= 2"]
# facts.both = 'both at once: +([\d.]+) ms'
# claims = [
#   "on 3.9, 3.11, 3.13, 3.15: both < 2",
#   "sometimes on 3.13t: both > 1",
# ]
# ///
"""Prints when each of two computing threads ran, drawn to scale."""

import threading
import time

slices = []


def compute(letter):
    begun = before = clock()
    while before < 500:
        now = clock()
        # Its clock jumped: for so long this thread did not run.
        if now - before > 0.5:
            slices.append((begun, before, letter))
            begun = now
        before = now
    slices.append((begun, before, letter))


def clock():
    return (time.perf_counter_ns() - start) / 1e6


start = time.perf_counter_ns()
threads = [threading.Thread(target=compute, args=(x,)) for x in "AB"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

both = 0
for begun_a, end_a, a in slices:
    for begun_b, end_b, b in slices:
        if a < b:
            both += max(0, min(end_a, end_b) - max(begun_a, begun_b))
print(f"both at once: {both:.1f} ms of 500\n")

# Sixty milliseconds from the middle, a sign for each.
for letter in "AB":
    mine = [(s[0], s[1]) for s in slices if s[2] == letter]
    ran = (
        any(begun <= at < end for begun, end in mine)
        for at in range(200, 260)
    )
    print(letter, "".join(".#"[yes] for yes in ran))
print()
for begun, end, letter in sorted(slices):
    if begun < 260 and end > 200:
        begun, end = max(begun - 200, 0), min(end - 200, 60)
        print(f"slice {letter} {begun:.1f} {end:.1f} ms")
