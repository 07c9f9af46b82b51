# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 2
# timeout = 60
# needs = ["linux"]
# facts.workers = ['^(\d+) polite']
# facts.together = ['have ([\d.]+) %']
# facts.one = '^1 polite .* have ([\d.]+) %'
# facts.eight = '^8 polite .* have ([\d.]+) %'
# claims = ["5 < one < 16", "38 < eight < 54"]
# ///
"""Lets one plain loop meet one polite worker, and then eight."""

import os
import subprocess
import sys
import time

ENDLESS = [sys.executable, "-c", "while True: pass"]


def on_core(process):
    with open(f"/proc/{process.pid}/schedstat") as file:
        return int(file.read().split()[0])


os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
plain = subprocess.Popen(ENDLESS)
workers = []
for count in 1, 8:
    while len(workers) < count:
        polite = ["nice", "-n", "10", *ENDLESS]
        workers.append(subprocess.Popen(polite))
    time.sleep(0.2)
    everybody = [plain, *workers]
    before, used = [on_core(one) for one in everybody], [0]
    while sum(used) < 0.7e9:
        time.sleep(0.02)
        used = [on_core(x) - old for x, old in zip(everybody, before)]
    share = 100 * sum(used[1:]) / sum(used)
    print(f"{count} polite workers together have {share:.1f} %")
for one in everybody:
    one.kill()
    one.wait()
