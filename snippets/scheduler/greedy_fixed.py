# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 3
# timeout = 30
# needs = ["linux"]
# facts.meanwhile = 'B computes, A computes +(\d+) ms'
# facts.standstill = 'A stands still +(\d+) ms at most'
# claims = ["meanwhile > 15"]
# ///
"""A and B take turns because the kernel makes them."""

import json
import os
import time

# --8<-- [start:show]
turns = []


def clock():
    return 1000 * time.monotonic()


def compute(letter, ms):
    """Uses a core for so long, and notes from when to when it ran."""
    used, begun, before = 0, clock(), clock()
    while used < ms:
        now = clock()
        if now - before < 0.2:
            used += now - before
        else:  # the clock jumped: it did not run meanwhile
            turns.append((letter, begun, before))
            begun = now
        before = now
    turns.append((letter, begun, before))


def polite():
    for _ in range(8):
        compute("A", 10)
        yield  # puts the core down


def greedy():
    compute("B", 60)  # and no yield in all this time
    yield


def run(tasks):
    """A process for each task: the kernel says who goes on."""
    read_end, write_end = os.pipe()
    for task in tasks:
        if os.fork() == 0:
            list(task)
            os.write(write_end, (json.dumps(turns) + "\n").encode())
            os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end) as lines:
        for line in lines:
            turns.extend(json.loads(line))


os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
start = clock()
run([polite(), greedy()])
# --8<-- [end:show]

turns.sort(key=lambda turn: turn[1])
a = [(since, until) for who, since, until in turns if who == "A"]
b = [(since, until) for who, since, until in turns if who == "B"]
first, last = b[0][0], b[-1][1]
shared = [min(until, last) - max(since, first) for since, until in a]
still = max(two[0] - one[1] for one, two in zip(a, a[1:]))
print("while B computes, A computes", end=" ")
print(f"{sum(max(each, 0) for each in shared):.0f} ms")
print(f"A stands still {still:.0f} ms at most")
for who, since, until in turns:
    print(f"slice {who} {since - start:.1f} {until - start:.1f} ms")
