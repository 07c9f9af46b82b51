# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15", "3.13t"]
# lane = "alone"
# runs = 3
# needs = ["linux"]
# facts.asleep = ['^\w+ +(\d+) ms']
# facts.computes = ['^\w+ +\d+ ms +(\d+) ms']
# facts.thread = ['^\w+ +\d+ ms +\d+ ms +(\d+) ms']
# facts.process = ['^\w+ +\d+ ms +\d+ ms +\d+ ms +(\d+) ms']
# facts.step = ['(\d+) ns']
# facts.time_step = '^time .* (\d+) ns'
# facts.fine_step = '^perf_counter .* (\d+) ns'
# facts.can_be_set = ['(yes|no)$']
# claims = [
#   "min(asleep[0], asleep[1], asleep[2]) >= 199 and max(asleep[3], asleep[4]) < 50",
#   "min(computes) >= 199",
#   "thread[3] >= 199 and thread[4] < 50",
#   "process[2] >= 199 and max(process[3], process[4]) < 50",
#   "can_be_set == ['yes', 'no', 'no', 'no', 'no']",
#   "time_step >= 238",
#   "fine_step < time_step",
# ]
# ///
"""Prints how far five clocks went while a program waited and worked."""

import os
import threading
import time

# --8<-- [start:show]
NAMES = "time monotonic perf_counter process_time thread_time".split()
CLOCKS = [getattr(time, name) for name in NAMES]


def sleeps():
    time.sleep(0.2)


def computes():
    # Until this thread has had 200 ms of time on a core.
    end = time.thread_time() + 0.2
    while time.thread_time() < end:
        pass


def has_a_thread_compute():
    thread = threading.Thread(target=computes)
    thread.start()
    thread.join()


def has_a_process_compute():
    if os.fork():
        os.wait()
    else:
        computes()
        os._exit(0)


def went(act):
    before = [clock() for clock in CLOCKS]
    act()
    after = [clock() for clock in CLOCKS]
    return [1000 * (b - a) for a, b in zip(before, after)]


def smallest_step(clock):
    read = [clock() for _ in range(20_000)]
    return min(b - a for a, b in zip(read, read[1:]) if b > a)


acts = sleeps, computes, has_a_thread_compute, has_a_process_compute
columns = [went(act) for act in acts]
print("                               other    other  smallest  can be")
print("               asleep computes thread process      step  set?")
for name, clock, row in zip(NAMES, CLOCKS, zip(*columns)):
    print(f"{name:12}", *(f"{ms:5.0f} ms" for ms in row), end="")
    step = 1e9 * smallest_step(clock)
    can_be_set = time.get_clock_info(name).adjustable
    print(f"{step:7.0f} ns  {'yes' if can_be_set else 'no'}")
# --8<-- [end:show]
