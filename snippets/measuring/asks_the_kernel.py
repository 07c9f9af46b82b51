# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15"]
# runs = 2
# timeout = 30
# needs = ["linux", "strace"]
# facts.flushed = '^flushes +(\d+)'
# facts.writes = ['^\w+ +(\d+)']
# facts.sleeps = ['^\w+ +\d+ +(\d+)']
# claims = [
#   "2000 <= writes[0] < 2010 and writes[1] < 10",
#   "sleeps[2] > 50 and sleeps[3] < 5",
# ]
# ///
"""Counts what two pairs of functions ask the kernel for."""

import subprocess
import sys
import threading
import time


# --8<-- [start:show]
def flushes():
    with open("log.txt", "w") as log:
        for n in range(2000):
            print("egg", n, file=log, flush=True)


def buffers():
    with open("log.txt", "w") as log:
        for n in range(2000):
            print("egg", n, file=log)


def polls():
    while not is_hot:
        time.sleep(0.001)


def waits():
    hot.wait()


# --8<-- [end:show]
def with_an_oven(work):
    global is_hot
    cook = threading.Thread(target=work)
    cook.start()
    time.sleep(0.5)
    is_hot = True
    hot.set()
    cook.join()


# --8<-- [start:show]
def calls(name):
    # -f: all threads; -c: only count.
    strace = "strace -f -c -o counts.txt".split()
    subprocess.run([*strace, sys.executable, __file__, name])
    found = {"write": 0, "clock_nanosleep": 0}
    for line in open("counts.txt"):
        # share, seconds, microseconds a call, calls, errors, name
        fields = line.split()
        if fields[-1] in found:
            found[fields[-1]] = int(fields[3])
    return found.values()


# --8<-- [end:show]
is_hot, hot = False, threading.Event()
works = flushes, buffers, polls, waits
if sys.argv[1:]:
    work = globals()[sys.argv[1]]
    work() if work in works[:2] else with_an_oven(work)
else:
    print("             write  clock_nanosleep")
    for work in works:
        write, sleep = calls(work.__name__)
        print(f"{work.__name__:10}{write:8}{sleep:17}")
