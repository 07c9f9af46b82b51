# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 2
# timeout = 30
# needs = ["linux"]
# facts.share = 'B had ([\d.]+) %'
# facts.longest_a = 'longest turn of A: +([\d.]+) ms'
# facts.longest_b = 'longest turn of B: +([\d.]+) ms'
# claims = ["share < 25", "longest_a > 2 * longest_b"]
# ///
"""Prints who had the core when: A with nice 0, or B with nice 10."""

import json
import os
import time

WINDOW = 200  # milliseconds that are printed, after a warm-up


def clock():
    return (time.monotonic_ns() - start) / 1e6


def compute(nice):
    os.nice(nice)
    turns = []
    begun = before = clock()
    while before < 900:
        now = clock()
        # Its clock jumped: for so long this process did not run.
        if now - before > 0.5:
            turns.append((begun, before))
            begun = now
        before = now
    return turns


os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
start = time.monotonic_ns()
reading, writing = os.pipe()
if os.fork() == 0:
    os.write(writing, json.dumps(compute(10)).encode())
    os._exit(0)
turns = {"A": compute(0)}
os.wait()
turns["B"] = json.loads(os.read(reading, 1_000_000))

had = {name: sum(b - a for a, b in turns[name]) for name in turns}
print(f"B had {100 * had['B'] / sum(had.values()):.1f} %")
for name in turns:
    longest = max(b - a for a, b in turns[name])
    print(f"longest turn of {name}: {longest:5.1f} ms")
for name in turns:
    for begun, end in turns[name]:
        begun, end = max(begun - 400, 0), min(end - 400, WINDOW)
        if begun < end:
            print(f"slice {name} {begun:.1f} {end:.1f} ms")
