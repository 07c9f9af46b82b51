# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15", "3.13t"]
# lane = "alone"
# runs = 3
# timeout = 30
# needs = ["linux", "cores >= 2"]
# facts.sleep = '^sleep .* (\d+) %'
# facts.lock = '^lock .* (\d+) %'
# facts.sha256 = '^sha256 .* (\d+) %'
# facts.compress = '^compress .* (\d+) %'
# facts.regex = '^regex .* (\d+) %'
# facts.sort = '^sort .* (\d+) %'
# facts.json = '^json .* (\d+) %'
# claims = [
#   "max(sleep, lock, sha256, compress) < 70",
#   "on 3.9, 3.11, 3.13, 3.14, 3.15: min(regex, sort, json) > 70",
#   "on 3.13t: max(regex, sort, json) < 70",
# ]
# ///
"""Prints for how long A stands still during each of B's calls."""

import hashlib
import json
import os
import random
import re
import threading
import time
import zlib

# --8<-- [start:show]
zeros = bytes(300_000_000)
noise = os.urandom(8_000_000)
numbers = [random.random() for _ in range(1_000_000)]
text = json.dumps(numbers)
lock = threading.Lock()
lock.acquire()

calls = {
    "sleep": lambda: time.sleep(0.3),
    "lock": lambda: lock.acquire(timeout=0.3),
    "sha256": lambda: hashlib.sha256(zeros).digest(),
    "compress": lambda: zlib.compress(noise),
    "regex": lambda: re.match("(a+)+$", "a" * 23 + "b"),
    "sort": lambda: sorted(numbers),
    "json": lambda: json.loads(text),
}
started = time.perf_counter()
gaps, inside = [], []


def clock():
    return 1000 * (time.perf_counter() - started)


def a_looks_at_the_clock():
    before = clock()
    while not over:
        now = clock()
        if now - before > 2:  # A did not run meanwhile
            gaps.append((before, now))
        before = now


over = False
a = threading.Thread(target=a_looks_at_the_clock)
a.start()
for name, call in calls.items():
    time.sleep(0.03)
    begun = clock()
    call()
    inside.append((name, begun, clock()))
over = True
a.join()

print("         B's call takes     meanwhile A stands still for")
for name, begun, end in inside:
    still = [min(end, till) - max(begun, since) for since, till in gaps]
    took, still = end - begun, max(still + [0])
    print(f"{name:8}{took:12.0f} ms", end="")
    print(f"{still:19.0f} ms {100 * still / took:5.0f} %")
# --8<-- [end:show]

begins = [0] + [till for _, till in gaps]
ends = [since for since, _ in gaps] + [clock()]
slices = [(*pair, "A") for pair in zip(begins, ends)]
for name, begun, end in inside:
    if name not in ("sleep", "lock"):  # only then B ran
        slices.append((begun, end, "B"))
print()
for begun, end, letter in sorted(slices):
    print(f"slice {letter} {begun:.1f} {end:.1f} ms")
