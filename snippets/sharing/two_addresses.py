# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15", "3.13t"]
# runs = 3
# needs = ["linux"]
# facts.sees = 'main reads +(.+)'
# facts.childs = 'in the child, at +([0-9a-f]+)'
# facts.mains = '^([0-9a-f]+)-\S+ rw-s .*/dev/shm/'
# claims = ["sees == 'cake'", "childs != mains"]
# ///
"""Prints where two processes have the same block of memory."""

import multiprocessing
from multiprocessing import shared_memory


def lines_of_maps(*words):
    with open("/proc/self/maps") as maps:
        for line in maps:
            if any(word in line for word in words):
                yield line.rstrip()


def helper(name):
    block = shared_memory.SharedMemory(name)
    block.buf[:4] = b"cake"
    for line in lines_of_maps(name):
        print("in the child, at", line.split("-")[0])
    block.close()


if __name__ == "__main__":
    block = shared_memory.SharedMemory(create=True, size=1_000_000)
    block.buf[:4] = b"soup"
    context = multiprocessing.get_context("spawn")
    process = context.Process(target=helper, args=(block.name,))
    process.start()
    process.join()
    print("main reads", bytes(block.buf[:4]).decode())
    print("\nmain has, among others:")
    words = "/bin/python", "[heap]", "[stack]", block.name
    for line in lines_of_maps(*words):
        print(*line.split())
    block.close()
    block.unlink()
