# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.14", "3.15", "3.13t"]
# lane = "alone"
# runs = 3
# timeout = 30
# needs = ["linux"]
# facts.one = '^process with 1 thread +(\d+) ms'
# facts.three = '^process with 3 threads +(\d+) ms'
# facts.times = 'times as much: (\d+\.\d+)'
# claims = ["2 < times < 4.5"]
# ///
"""Lets two processes share one core; one of them has three threads."""

import hashlib
import multiprocessing
import os
import threading
import time

DATA = bytes(1_000_000)


def compute(number, used, all_ready):
    all_ready.wait()
    end = time.monotonic() + 1.5
    # Hashing lets go of the GIL: here the kernel alone decides.
    while time.monotonic() < end:
        hashlib.sha256(DATA)
    used[number] = 1000 * time.thread_time()


def process(numbers, used, all_ready):
    for number in numbers:
        threading.Thread(
            target=compute, args=(number, used, all_ready)
        ).start()


if __name__ == "__main__":
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    used = multiprocessing.Array("d", 4)
    all_ready = multiprocessing.Barrier(4)
    processes = [
        multiprocessing.Process(
            target=process, args=(numbers, used, all_ready)
        )
        for numbers in ([0], [1, 2, 3])
    ]
    for one in processes:
        one.start()
    for one in processes:
        one.join()

    one, three = used[0], sum(used[1:])
    print("CPU time of each thread:", *(f"{ms:.0f} ms" for ms in used))
    print(f"process with 1 thread  {one:5.0f} ms")
    print(f"process with 3 threads {three:5.0f} ms")
    print(f"times as much: {three / one:.2f}")
