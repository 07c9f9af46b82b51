"""Prints for how many seconds it has lived."""

import time

with open("/proc/self/stat") as file:
    started = int(file.read().rpartition(")")[2].split()[19]) / 100
print(time.clock_gettime(time.CLOCK_BOOTTIME) - started)
