# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 3
# needs = ["linux"]
# facts.cpus = 'CPUs: +(\d+)'
# facts.ran = ['^[ABC] ran +(\d+) ms']
# facts.ran_a = '^A ran +(\d+) ms'
# facts.ran_b = '^B ran +(\d+) ms'
# facts.ran_c = '^C ran +(\d+) ms'
# facts.turns_a = '^A ran .* in +(\d+) turns'
# facts.turns = ['in +(\d+) turns']
# facts.pause_a = '^A .*pause +(\d+) ms'
# facts.together = 'together +(\d+) ms'
# facts.passed = 'while (\d+) ms passed'
# claims = [
#   "cpus == 1 and together <= passed + 10",
#   "len(turns) == 3 and min(turns) > 3",
# ]
# ///
"""Lets three processes compute on one CPU, and prints who ran when."""

import os
import resource
import time


# --8<-- [start:show]
def compute(letter):
    turns, begun = [], clock()  # milliseconds since the start
    before = begun
    while before < 600:
        now = clock()
        # The clock jumped: for so long this process did not run.
        if now - before > 0.5:
            turns.append((begun, before))
            begun = now
        before = now
    turns.append((begun, before))
    tell(letter, turns)


# --8<-- [end:show]
def tell(letter, turns):
    ran = sum(end - begun for begun, end in turns)
    pause = max(b[0] - a[1] for a, b in zip(turns, turns[1:]))
    text = f"{letter} ran {ran:3.0f} ms in {len(turns):2} turns, "
    text += f"longest pause {pause:.0f} ms\n"
    for begun, end in turns:
        if 200 <= begun < 260:  # a part of it is enough to look at
            text += f"slice {letter} {begun:.1f} {end:.1f} ms\n"
    print(text, end="")


def clock():
    return time.perf_counter() * 1000 - start


# --8<-- [start:show]
# From here on this process and its children have one CPU.
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
print("CPUs:", len(os.sched_getaffinity(0)), flush=True)
start = time.perf_counter() * 1000
for letter in "ABC":
    if os.fork() == 0:  # from here on there is one process more
        compute(letter)
        raise SystemExit
# --8<-- [end:show]
for _ in "ABC":
    os.wait()

used = resource.getrusage(resource.RUSAGE_CHILDREN)
together = (used.ru_utime + used.ru_stime) * 1000
print(f"together {together:.0f} ms, while {clock():.0f} ms passed")
