# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 3
# needs = ["linux"]
# facts.memory = 'from memory: waited +(\d+) times'
# facts.disk = 'from the disk: waited +(\d+) times'
# claims = ["memory <= 2"]
# ///
"""Reads a file twice and prints how often the process had to wait."""

import os
import resource

SIZE = 16 * 1024 * 1024


def waits_while_reading(file):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_nvcsw
    os.lseek(file, 0, os.SEEK_SET)
    while os.read(file, 65536):
        pass
    return resource.getrusage(resource.RUSAGE_SELF).ru_nvcsw - before


with open("ingredients.bin", "wb") as file:
    file.write(os.urandom(SIZE))
    os.fsync(file.fileno())

# What was just written is still in memory, in the kernel's cache.
file = os.open("ingredients.bin", os.O_RDONLY)
print("from memory: waited", waits_while_reading(file), "times")

# Ask the kernel to drop it. Now the disk has to be asked.
os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
os.posix_fadvise(file, 0, 0, os.POSIX_FADV_RANDOM)
print("from the disk: waited", waits_while_reading(file), "times")
