# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.15"]
# runs = 3
# needs = ["linux"]
# facts.code = ['exit code +(-?\d+)']
# facts.done = 'still here, and (\w+)'
# facts.shell = 'the shell says (\d+)'
# claims = ["code == [-11, 1, 7, 0]", "done == 'done'", "shell == 139"]
# ///
"""Four processes at once, and each ends in another way."""

import ctypes
import multiprocessing
import subprocess
import sys
import time


def reads_address_0():
    ctypes.string_at(0)


def divides_by_0():
    1 / 0


def says_7():
    sys.exit(7)


def takes_its_time():
    time.sleep(0.5)
    print("still here, and done")


if __name__ == "__main__":
    ways = reads_address_0, divides_by_0, says_7, takes_its_time
    processes = [multiprocessing.Process(target=way) for way in ways]
    for process in processes:
        process.start()
    for process, way in zip(processes, ways):
        process.join()
        code = process.exitcode
        print(f"{way.__name__:15} exit code {code:3}", flush=True)

    # The first way once more, started by a shell.
    crash = f"{sys.executable} -c 'import ctypes; ctypes.string_at(0)'"
    subprocess.run(f"{crash}; echo the shell says $?", shell=True)
