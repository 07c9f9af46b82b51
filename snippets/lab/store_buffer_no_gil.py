# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.13t"]
# runs = 3
# timeout = 40
# facts.rounds = '(\d+) rounds'
# facts.both_0 = 'r1 = 0, r2 = 0: (\d+)'
# facts.both_1 = 'r1 = 1, r2 = 1: (\d+)'
# claims = ["both_0 == 0", "both_1 > 0"]
# ///
"""Runs the test many times; the two threads never both read 0."""

import threading
from collections import Counter

ROUNDS = 20_000
flags = [0, 0]
come = [0, 0]
seen = [[], []]


def meet(me, other):
    """Wait for the other one without sleeping, to start together."""
    come[me] += 1
    while come[other] < come[me]:
        pass


def work(me, other):
    for _ in range(ROUNDS):
        flags[me] = 0
        meet(me, other)
        flags[me] = 1
        seen[me].append(flags[other])
        meet(me, other)


a = threading.Thread(target=work, args=(0, 1))
b = threading.Thread(target=work, args=(1, 0))
a.start()
b.start()
a.join()
b.join()

count = Counter(zip(*seen))
print(ROUNDS, "rounds")
for r1, r2 in [(0, 0), (0, 1), (1, 0), (1, 1)]:
    print(f"r1 = {r1}, r2 = {r2}: {count[r1, r2]}")
