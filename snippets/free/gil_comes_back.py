# /// script
# requires-python = ">=3.13"
# dependencies = []
# [tool.interleave]
# on = ["3.13t"]
# lane = "alone"
# timeout = 40
# runs = 5
# needs = ["linux", "cc", "cores >= 2"]
# facts.before = 'before: +([\d.]+) ms'
# facts.after = 'after: +([\d.]+) ms'
# claims = ["after < 2", "sometimes: before > 5"]
# ///
"""Prints when two threads ran, before an import and after it."""

import importlib
import os
import subprocess
import sys
import sysconfig
import threading
import time
import warnings

C = """
#include <Python.h>
static struct PyModuleDef pepper = {PyModuleDef_HEAD_INIT, "pepper"};
PyMODINIT_FUNC PyInit_pepper(void) { return PyModuleDef_Init(&pepper); }
"""
with open("pepper.c", "w") as file:
    file.write(C)
headers = "-I" + sysconfig.get_path("include")
subprocess.run(
    ["cc", "-shared", "-fPIC", headers, "pepper.c", "-o", "pepper.so"],
    check=True,
)
sys.path.insert(0, ".")
warnings.simplefilter("ignore")
slices = []
over = False


# --8<-- [start:show]
def compute(letter, core):
    os.sched_setaffinity(0, {core})  # a core to each
    begun = before = clock()
    while not over:
        now = clock()
        # Its clock jumped: for so long this thread did not run.
        if now - before > 0.5:
            slices.append((begun, before, letter))
            begun = now
        before = now
    slices.append((begun, before, letter))


def clock():
    return (time.perf_counter_ns() - start) / 1e6


start = time.perf_counter_ns()
cores = sorted(os.sched_getaffinity(0))
pairs = zip("AB", cores)
threads = [threading.Thread(target=compute, args=x) for x in pairs]
for thread in threads:
    thread.start()
time.sleep(0.2)

importlib.import_module("pepper")  # which declares nothing
imported = clock()
time.sleep(0.2)
over = True
# --8<-- [end:show]
for thread in threads:
    thread.join()


def both(first, last):
    total = 0
    for begun_a, end_a, a in slices:
        for begun_b, end_b, b in slices:
            if a < b:
                end = min(end_a, end_b, last)
                total += max(0, end - max(begun_a, begun_b, first))
    return total


before = both(imported - 200, imported)
after = both(imported, imported + 200)
print(f"both at once in the 200 ms before: {before:5.1f} ms")
print(f"both at once in the 200 ms after:  {after:5.1f} ms\n")
first, last = imported - 30, imported + 40
for begun, end, letter in sorted(slices):
    if begun < last and end > first:
        begun, end = max(begun, first) - first, min(end, last) - first
        print(f"slice {letter} {begun:.1f} {end:.1f} ms")
