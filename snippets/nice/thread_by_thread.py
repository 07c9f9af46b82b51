# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.14", "3.15", "3.13t"]
# lane = "alone"
# runs = 2
# timeout = 30
# needs = ["linux"]
# facts.hashes = 'hashes +([\d.]+) %'
# facts.loops = 'loops +([\d.]+) %'
# facts.main_nice = 'main thread: +(\d+)'
# claims = [
#   "6 < hashes < 14", "main_nice == 0",
#   "on 3.11, 3.14, 3.15: loops > 14", "on 3.13t: 6 < loops < 14",
# ]
# ///
"""Makes one thread of a process polite, and prints its share."""

import hashlib
import os
import threading
import time

DATA = bytes(1_000_000)


def hashes():
    hashlib.sha256(DATA).digest()  # lets go of the GIL


def loops():
    for _ in range(20_000):  # holds on to it
        pass


def compute(name, nice, work):
    own = threading.get_native_id()
    os.setpriority(os.PRIO_PROCESS, own, nice)
    both_ready.wait()
    end, begun = time.monotonic() + 0.7, time.thread_time()
    while time.monotonic() < end:
        work()
    used[name] = time.thread_time() - begun


os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
print("B, with nice 10, got")
for work in hashes, loops:
    used, both_ready = {}, threading.Barrier(2)
    a = threading.Thread(target=compute, args=("A", 0, work))
    b = threading.Thread(target=compute, args=("B", 10, work))
    a.start()
    b.start()
    a.join()
    b.join()
    share = 100 * used["B"] / sum(used.values())
    print(f"{work.__name__:8}{share:5.1f} %")
main_nice = os.getpriority(os.PRIO_PROCESS, 0)
print("nice value of the main thread:", main_nice)
