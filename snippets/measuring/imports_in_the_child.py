# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15"]
# lane = "alone"
# runs = 3
# timeout = 20
# needs = ["linux"]
# facts.nothing = 'imports nothing +([\d.]+)'
# facts.much = 'imports much +([\d.]+)'
# facts.times = '([\d.]+) times'
# claims = ["much > 1.5 * nothing"]
# ///
"""Starts a process that does nothing, from two files."""

import importlib
import multiprocessing
import resource
import subprocess
import sys

if "much" in sys.argv:
    for module in "asyncio", "email.message", "unittest.mock":
        importlib.import_module(module)


def nothing():
    pass


def cpu():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__" and sys.argv[1:]:
    context = multiprocessing.get_context("spawn")
    before = cpu()
    for _ in range(5):
        child = context.Process(target=nothing)
        child.start()
        child.join()
    print(1000 * (cpu() - before) / 5)
elif __name__ == "__main__":
    each = []
    for what in "nothing", "much":
        run = [sys.executable, __file__, what]
        each.append(float(subprocess.check_output(run)))
        print(f"imports {what:8} {each[-1]:6.1f} ms of CPU for a child")
    print(f"the same function, {each[1] / each[0]:.1f} times the price")
