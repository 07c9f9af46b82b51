# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15", "3.13t"]
# lane = "alone"
# runs = 2
# timeout = 30
# needs = ["linux"]
# facts.one = '^1 thread +(\d+) ms'
# facts.three = '^3 threads +(\d+) ms'
# facts.times = 'times as much: (\d+\.\d+)'
# claims = [
#   "on 3.11, 3.15: times < 2.2",
#   "on 3.13t: times > 2.2",
# ]
# ///
"""Prints how a core is shared by 1 thread and 3, in pure Python."""

import os
import threading
import time


def compute(used):
    time.sleep(max(0, start - time.monotonic()))
    before = time.thread_time()
    while time.monotonic() < end:
        pass
    used.append(1000 * (time.thread_time() - before))


def process(count):
    """Starts a process with so many computing threads."""
    read_end, write_end = os.pipe()
    if os.fork() == 0:
        used = []
        threads = [
            threading.Thread(target=compute, args=(used,))
            for _ in range(count)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        os.write(write_end, str(sum(used)).encode())
        os._exit(0)
    return read_end


os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
start = time.monotonic() + 0.3
end = start + 1
first, second = process(1), process(3)
one = float(os.read(first, 99))
three = float(os.read(second, 99))
print(f"1 thread  {one:4.0f} ms of CPU time")
print(f"3 threads {three:4.0f} ms of CPU time")
print(f"times as much: {three / one:.2f}")
