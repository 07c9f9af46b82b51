# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15", "3.13t"]
# needs = ["linux", "strace"]
# runs = 3
# facts.start = 'do_nothing +(\d+) calls'
# facts.pairs = 'million_pairs +(\d+) calls'
# facts.wait = 'one_wait +(\d+) calls'
# facts.longest = 'one_wait .*longest +(\d+) ms'
# claims = [
#   "pairs == start and start < 10",
#   "wait > start and longest >= 450",
# ]
# ///
"""Prints how often Python asks the kernel for help with a lock."""

import re
import subprocess
import sys
import threading
import time

lock = threading.Lock()


def do_nothing():
    pass


def million_pairs():
    for _ in range(1_000_000):
        with lock:
            pass


def take_it_once():
    with lock:
        pass


def one_wait():
    waiter = threading.Thread(target=take_it_once)
    with lock:
        waiter.start()
        time.sleep(0.5)
    waiter.join()


def calls(name):
    # Each futex call is written down, and with -T how long it took.
    strace = "strace -f -T -qq -e trace=futex -o calls.txt".split()
    subprocess.run([*strace, sys.executable, __file__, name])
    with open("calls.txt") as file:
        lasted = re.findall(r"<(\d+\.\d+)>", file.read())
    return [float(seconds) for seconds in lasted]


if sys.argv[1:]:
    globals()[sys.argv[1]]()
else:
    for name in "do_nothing", "million_pairs", "one_wait":
        lasted = calls(name)
        print(f"{name:13} {len(lasted):3} calls,", end="")
        print(f" the longest {1000 * max(lasted):4.0f} ms")
