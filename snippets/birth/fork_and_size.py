# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 3
# timeout = 30
# needs = ["linux"]
# facts.megabytes = ['^ *(\d+) MB']
# facts.took = ['MB +([\d.]+) ms']
# claims = ["took[4] > 3 * took[0]"]
# ///
"""Prints how long fork takes, for parents of several sizes."""

import mmap
import os
import time


def hold(megabytes):
    """Memory that is in use: something is written on every page."""
    kind = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS
    memory = mmap.mmap(-1, megabytes << 20, kind)
    memory.madvise(mmap.MADV_NOHUGEPAGE)
    for place in range(0, len(memory), mmap.PAGESIZE):
        memory[place] = 1
    return memory


def fork():
    start = time.perf_counter()
    child = os.fork()
    if child == 0:
        os._exit(0)
    took = time.perf_counter() - start
    os.waitpid(child, 0)
    return took


for megabytes in 1, 64, 128, 256, 512:
    memory = hold(megabytes)
    took = min(fork() for _ in range(9))
    print(f"{megabytes:4} MB {1000 * took:7.2f} ms")
    memory.close()
