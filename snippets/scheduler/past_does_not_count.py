# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 3
# timeout = 30
# needs = ["linux"]
# facts.worked = 'has worked: +(\d+) ms'
# facts.slept = 'has slept: +(\d+) ms'
# facts.new = 'is new: +(\d+) ms'
# claims = ["max(worked, slept, new) < 1.2 * min(worked, slept, new)"]
# ///
"""Prints how one core is shared by a hard worker and two idlers."""

import os
import time

os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
race_starts = time.monotonic() + 0.8
race_ends = race_starts + 0.8


def compute_until(end):
    while time.monotonic() < end:
        pass


def start(past):
    """A process that lives its past, then computes like the others."""
    read_end, write_end = os.pipe()
    if os.fork() == 0:
        past()
        before = time.process_time()
        compute_until(race_ends)
        used = 1000 * (time.process_time() - before)
        os.write(write_end, f"{used:4.0f} ms".encode())
        os._exit(0)
    return read_end


def sleep():
    time.sleep(race_starts - time.monotonic())


worker = start(lambda: compute_until(race_starts))
sleeper = start(sleep)
sleep()
newcomer = start(lambda: None)

print("CPU time in the 0.8 s that they share one core:")
print("has worked:", os.read(worker, 99).decode())
print("has slept: ", os.read(sleeper, 99).decode())
print("is new:    ", os.read(newcomer, 99).decode())
