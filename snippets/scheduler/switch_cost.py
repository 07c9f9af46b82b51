# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 3
# timeout = 30
# needs = ["linux"]
# facts.itself = 'to itself +([\d.]+)'
# facts.thread = 'to a thread +([\d.]+)'
# facts.process = 'to a process +([\d.]+)'
# claims = [
#   "0.4 < process / thread < 2.5",
#   "itself < thread and itself < process",
#   "max(thread, process) < 100",
# ]
# ///
"""Prints what it takes to hand a byte to a thread, or a process."""

import os
import threading
import time

# --8<-- [start:show]
TIMES = 2000


def answer(there, back):
    for _ in range(TIMES):
        os.write(back, os.read(there, 1))


def itself(send, there, back, receive):
    for _ in range(TIMES):
        os.write(send, b"x")
        os.write(back, os.read(there, 1))
        os.read(receive, 1)


def with_thread(send, there, back, receive):
    threading.Thread(target=answer, args=(there, back)).start()
    for _ in range(TIMES):
        os.write(send, b"x")
        os.read(receive, 1)


def with_process(send, there, back, receive):
    if os.fork() == 0:
        answer(there, back)
        os._exit(0)
    for _ in range(TIMES):
        os.write(send, b"x")
        os.read(receive, 1)
    os.wait()


def microseconds(way):
    there, send = os.pipe()
    receive, back = os.pipe()
    before = time.perf_counter()
    way(send, there, back, receive)
    return 1e6 * (time.perf_counter() - before) / TIMES / 2


os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
ways = [itself, with_thread, with_process]
# The best of seven: whatever else runs here can only add time.
rounds = [[microseconds(way) for way in ways] for _ in range(7)]
for name, each in zip(
    ("itself", "a thread", "a process"), zip(*rounds)
):
    print(f"a byte to {name:9} {min(each):6.2f} microseconds")
# --8<-- [end:show]
