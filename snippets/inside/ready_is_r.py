# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 3
# timeout = 30
# needs = ["linux"]
# facts.ran = ['ran +(\d+) ms']
# facts.waited = ['waited for the core +(\d+) ms']
# facts.first_ran = '^first +ran +(\d+) ms'
# facts.first_waited = '^first .*core +(\d+) ms'
# facts.looks = 'of (\d+) looks'
# facts.in_r = '(\d+) of \d+ looks'
# claims = [
#   "in_r == looks and looks > 100",
#   "ran[0] < waited[0] and ran[1] < waited[1] and ran[2] < waited[2]",
#   "min(ran) > 0",
# ]
# ///
"""Lets three processes share one core, and reads their letters."""

import os
import subprocess
import sys
import time


def letter(pid):
    with open(f"/proc/{pid}/stat") as file:
        return file.read().rpartition(") ")[2][0]


def times(pid):
    # Milliseconds on a core, and milliseconds ready but not on one.
    with open(f"/proc/{pid}/schedstat") as file:
        return [int(ns) // 1_000_000 for ns in file.read().split()[:2]]


one_core = {min(os.sched_getaffinity(0))}
endless = [sys.executable, "-c", "while True: pass"]
cooks = [subprocess.Popen(endless) for _ in range(3)]
for cook in cooks:
    os.sched_setaffinity(cook.pid, one_core)
time.sleep(0.5)  # they have started now

before = [times(cook.pid) for cook in cooks]
seen = []
for _ in range(100):
    seen += [letter(cook.pid) for cook in cooks]
    time.sleep(0.01)
after = [times(cook.pid) for cook in cooks]

for name, old, new in zip(("first", "second", "third"), before, after):
    ran, waited = new[0] - old[0], new[1] - old[1]
    print(f"{name:6} ran {ran:4} ms, waited for the core {waited:4} ms")
print(f"state R in {seen.count('R')} of {len(seen)} looks")
for cook in cooks:
    cook.kill()
    cook.wait()
