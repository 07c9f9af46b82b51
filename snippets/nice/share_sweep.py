# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 2
# timeout = 60
# needs = ["linux"]
# facts.nice = ['^nice +(\d+) ']
# facts.weight = ['^nice +\d+ +(\d+) ']
# facts.predicted = ['^nice .* ([\d.]+) % +[\d.]+ %']
# facts.measured = ['^nice .* ([\d.]+) %$']
# facts.share_0 = '^nice +0 .* ([\d.]+) %$'
# facts.share_1 = '^nice +1 .* ([\d.]+) %$'
# facts.share_5 = '^nice +5 .* ([\d.]+) %$'
# facts.share_10 = '^nice +10 .* ([\d.]+) %$'
# facts.share_15 = '^nice +15 .* ([\d.]+) %$'
# facts.share_19 = '^nice +19 .* ([\d.]+) %$'
# facts.share_idle = '^SCHED_IDLE .* ([\d.]+) %$'
# facts.weight_5 = '^nice +5 +(\d+) '
# facts.predicted_5 = '^nice +5 .* ([\d.]+) % +[\d.]+ %'
# facts.predicted_10 = '^nice +10 .* ([\d.]+) % +[\d.]+ %'
# facts.predicted_idle = '^SCHED_IDLE .* ([\d.]+) % +[\d.]+ %'
# claims = [
#   "48 < share_0 < 52 and 42.5 < share_1 < 46.5",
#   "22.5 < share_5 < 27 and 8.2 < share_10 < 11.5",
#   "2.4 < share_15 < 4.8 and 0.7 < share_19 < 2.5",
#   "0 < share_idle < 1.2 and share_idle < share_19",
# ]
# ///
"""Compares the kernel's weights with the shares that come out."""

import os
import subprocess
import sys
import time

# From the kernel's table; 0 stands at 1024.
WEIGHTS = {0: 1024, 1: 820, 5: 335, 10: 110, 15: 36, 19: 15}
IDLE = 3


def on_core(process):
    with open(f"/proc/{process.pid}/schedstat") as file:
        return int(file.read().split()[0])


def compare(name, weight, seconds=0.8):
    # Until the two have had the core for so long together.
    a, b, used = on_core(plain), on_core(polite), 0
    while used < seconds * 1e9:
        time.sleep(0.02)
        mine = on_core(polite) - b
        used = on_core(plain) - a + mine
    predicted = 100 * weight / (1024 + weight)
    measured = 100 * mine / used
    print(f"{name:10}{weight:8}{predicted:9.2f} %{measured:8.2f} %")


endless = [sys.executable, "-c", "while True: pass"]
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
plain, polite = [subprocess.Popen(endless) for _ in range(2)]
time.sleep(0.2)

print("polite one  weight  predicted  measured")
for nice, weight in WEIGHTS.items():
    os.setpriority(os.PRIO_PROCESS, polite.pid, nice)
    compare(f"nice {nice}", weight)
os.sched_setscheduler(polite.pid, os.SCHED_IDLE, os.sched_param(0))
compare("SCHED_IDLE", IDLE, seconds=3)
for process in plain, polite:
    process.kill()
    process.wait()
