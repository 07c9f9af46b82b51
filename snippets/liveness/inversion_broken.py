# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 3
# needs = ["linux", "root", "realtime"]
# facts.waited = 'waited ([\d.]+) ms'
# claims = ["440 < waited < 540"]
# ///
"""Prints how long A, the most urgent of three, waits for a lock."""

import ctypes
import mmap
import multiprocessing
import os
import time

# --8<-- [start:show]
INHERIT = 0  # 1: whoever waits lends the holder its priority
# --8<-- [end:show]
libc = ctypes.CDLL(None)


def make_lock():
    """A lock of the system's C library, which processes can share."""
    rules = ctypes.create_string_buffer(64)
    libc.pthread_mutexattr_init(rules)
    libc.pthread_mutexattr_setpshared(rules, 1)
    libc.pthread_mutexattr_setprotocol(rules, INHERIT)
    lock = (ctypes.c_char * 64).from_buffer(mmap.mmap(-1, 64))
    libc.pthread_mutex_init(lock, rules)
    return lock


def clock():
    return 1000 * (time.monotonic() - start)


def compute(name, ms, results):
    used, begun, before = 0, clock(), clock()
    while used < ms:
        now = clock()
        if now - before < 1:
            used += now - before
        else:  # the clock jumped: it did not run meanwhile
            results.put(f"slice {name} {begun:.1f} {before:.1f} ms")
            begun = now
        before = now
    results.put(f"slice {name} {begun:.1f} {before:.1f} ms")


# --8<-- [start:show]


def run(name, priority, begin, ms, needs_lock, results):
    urgent = os.sched_param(priority)
    os.sched_setscheduler(0, os.SCHED_FIFO, urgent)
    time.sleep(max(0, begin - clock()) / 1000)
    asked = clock()
    if needs_lock:
        libc.pthread_mutex_lock(lock)
    got = clock()
    compute(name, ms, results)
    if needs_lock:
        libc.pthread_mutex_unlock(lock)
    if name == "A":
        results.put(f"A waited {got - asked:.0f} ms\n")


os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
lock = make_lock()
start = time.monotonic() + 0.5
tasks = [
    # name, priority, from when on it wants to run, for how long
    ("A", 30, 20, 10, True),
    ("B", 20, 40, 400, False),
    ("C", 10, 0, 100, True),
]
# --8<-- [end:show]
fork = multiprocessing.get_context("fork")
results = fork.SimpleQueue()
started = [
    fork.Process(target=run, args=(*task, results)) for task in tasks
]
for process in started:
    process.start()
for process in started:
    process.join()
told = []
while not results.empty():
    told.append(results.get())
print("\n".join(sorted(told)))
