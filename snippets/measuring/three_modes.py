# /// script
# requires-python = ">=3.15"
# dependencies = []
# [tool.interleave]
# on = ["3.15"]
# lane = "alone"
# runs = 2
# timeout = 30
# needs = ["linux", "ptrace"]
# facts.wall = ['^\w+ +(\d+) %']
# facts.on_cpu = ['^\w+ +\d+ % +(\d+) %']
# facts.gil = ['^\w+ +\d+ % +\d+ % +(\d+) %']
# facts.wall_adds = 'adds_up +(\d+) %'
# facts.cpu_adds = 'adds_up +\d+ % +(\d+) %'
# facts.gil_adds = 'adds_up +\d+ % +\d+ % +(\d+) %'
# facts.wall_hashes = 'hashes +(\d+) %'
# facts.cpu_hashes = 'hashes +\d+ % +(\d+) %'
# facts.gil_hashes = 'hashes +\d+ % +\d+ % +(\d+) %'
# facts.wall_waits = 'waits +(\d+) %'
# facts.cpu_waits = 'waits +\d+ % +(\d+) %'
# facts.gil_waits = 'waits +\d+ % +\d+ % +(\d+) %'
# claims = [
#   "min(wall) > 90",
#   "cpu_adds > 50 and 20 < cpu_hashes and cpu_waits < 10",
#   "gil_adds > 50 and gil_hashes < 20 and gil_waits < 10",
# ]
# ///
"""Asks a profiler three questions about the same three threads."""

import hashlib
import queue
import re
import subprocess
import sys
import threading
import time


# --8<-- [start:show]
def adds_up():
    while True:
        for _ in range(1000):
            pass


def hashes():
    while True:
        hashlib.sha256(bytes(20_000_000)).digest()


def waits():
    queue.Queue().get()


def samples(pid, mode):
    """How many samples of each function, per hundred."""
    profiler = [sys.executable, "-m", "profiling.sampling", "attach"]
    options = f"--all-threads -d 1 --mode {mode} --collapsed -o out.txt"
    told = subprocess.check_output(
        [*profiler, *options.split(), str(pid)], text=True
    )
    total = int(re.search(r"Captured (\d+) samples", told)[1])
    found = dict.fromkeys(names, 0)
    for line in open("out.txt"):
        stack, _, times = line.rpartition(" ")
        for name in names:
            if f":{name}:" in stack:
                found[name] += int(times)
    return [100 * found[name] / total for name in names]


# --8<-- [end:show]
names = "adds_up", "hashes", "waits"
if sys.argv[1:]:
    for work in adds_up, hashes, waits:
        threading.Thread(target=work, daemon=True).start()
    print("open", flush=True)
    time.sleep(60)
else:
    kitchen = subprocess.Popen(
        [sys.executable, __file__, "kitchen"], stdout=subprocess.PIPE
    )
    kitchen.stdout.readline()
    modes = "wall", "cpu", "gil"
    shares = zip(*(samples(kitchen.pid, mode) for mode in modes))
    kitchen.kill()
    kitchen.wait()
    print("samples of    wall    cpu    gil")
    for name, row in zip(names, shares):
        print(f"{name:10}", *(f"{share:4.0f} %" for share in row))
