# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 2
# timeout = 60
# needs = ["linux"]
# facts.nobody = 'nobody computes +([\d.]+) ms'
# facts.nice_0 = 'holder nice 0 +([\d.]+) ms'
# facts.nice_10 = 'holder nice 10 +([\d.]+) ms'
# facts.nice_19 = 'holder nice 19 +([\d.]+) ms'
# facts.idle = 'holder SCHED_IDLE +([\d.]+) ms'
# claims = [
#   "nobody < nice_0 < nice_10 < nice_19", "5 <= nobody < 0.7 * nice_0",
#   "nice_19 > 8 * nice_0", "idle > 3 * nice_10",
# ]
# ///
"""Prints how long one waits for a lock that a polite process holds."""

import multiprocessing
import os
import time

# All of them on one core.
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
lock = multiprocessing.Lock()


def hold(politeness, told):
    with lock:
        os.write(told, b"I have it")
        if politeness == "idle":
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
        else:
            os.nice(politeness)
        end = time.process_time() + 0.005  # five ms of work
        while time.process_time() < end:
            pass
    os._exit(0)


def wait_for_holder(name, politeness):
    told, tell = os.pipe()
    holder = os.fork()
    if holder == 0:
        hold(politeness, tell)
    os.read(told, 9)
    asked = time.perf_counter()
    with lock:
        waited = time.perf_counter() - asked
    os.waitpid(holder, 0)
    print(f"{name:18}{1000 * waited:8.1f} ms", flush=True)


wait_for_holder("nobody computes", 0)
rival = os.fork()  # it wants the core, and never the lock
while rival == 0:
    pass
for nice in 0, 10, 19:
    wait_for_holder(f"holder nice {nice}", nice)
wait_for_holder("holder SCHED_IDLE", "idle")
os.kill(rival, 9)
os.waitpid(rival, 0)
