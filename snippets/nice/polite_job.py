# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 2
# timeout = 30
# needs = ["linux"]
# facts.plain = '^nice +0 +(\d+) ms'
# facts.polite = '^nice 10 +(\d+) ms'
# facts.share = '^nice 10 .* ms +([\d.]+) %'
# facts.alone = 'alone +(\d+) ms'
# claims = ["6 < share < 14", "alone > 0.6 * (plain + polite)"]
# ///
"""Lets two endless loops share one core; one was started with nice."""

import os
import subprocess
import sys
import time


def on_core(process):
    # Linux counts the nanoseconds that each process has had a core.
    with open(f"/proc/{process.pid}/schedstat") as file:
        return int(file.read().split()[0])


def watch(*processes):
    before = [on_core(process) for process in processes]
    time.sleep(0.9)
    after = [on_core(process) for process in processes]
    return [(b - a) / 1e6 for a, b in zip(before, after)]


endless = [sys.executable, "-c", "while True: pass"]
# From here on this program and its children have one core together.
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
plain = subprocess.Popen(endless)
polite = subprocess.Popen(["nice", "-n", "10", *endless])
time.sleep(0.2)  # both have begun

a, b = watch(plain, polite)
print(f"nice  0         {a:3.0f} ms  {100 * a / (a + b):4.1f} %")
print(f"nice 10         {b:3.0f} ms  {100 * b / (a + b):4.1f} %")

plain.kill()
plain.wait()
[b] = watch(polite)
print(f"nice 10, alone  {b:3.0f} ms")
polite.kill()
polite.wait()
