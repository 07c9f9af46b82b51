# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 2
# timeout = 60
# needs = ["linux"]
# facts.zero_one = '^ 0 and  1 .* ([\d.]+) %$'
# facts.five_six = '^ 5 and  6 .* ([\d.]+) %$'
# facts.eighteen_nineteen = '^18 and 19 .* ([\d.]+) %$'
# facts.nineteen_both = '^19 and 19 .* ([\d.]+) %$'
# claims = [
#   "40 < zero_one < 48.5", "40 < five_six < 48.5",
#   "40 < eighteen_nineteen < 49.5", "46 < nineteen_both < 54",
# ]
# ///
"""Gives two loops on one core nice values that are close together."""

import os
import subprocess
import sys
import time


def on_core(process):
    with open(f"/proc/{process.pid}/schedstat") as file:
        return int(file.read().split()[0])


endless = [sys.executable, "-c", "while True: pass"]
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
loops = [subprocess.Popen(endless) for _ in range(2)]
time.sleep(0.2)

print("nice values   shares")
for pair in (0, 1), (5, 6), (18, 19), (19, 19):
    for loop, nice in zip(loops, pair):
        os.setpriority(os.PRIO_PROCESS, loop.pid, nice)
    before, used = [on_core(loop) for loop in loops], [0]
    while sum(used) < 0.5e9:  # half a second of the core
        time.sleep(0.02)
        used = [on_core(x) - old for x, old in zip(loops, before)]
    a, b = [100 * one / sum(used) for one in used]
    print(f"{pair[0]:2} and {pair[1]:2} {a:9.1f} % {b:5.1f} %")
for loop in loops:
    loop.kill()
    loop.wait()
