# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 3
# timeout = 30
# needs = ["linux"]
# facts.column = ['%CPU +(\d+)']
# facts.now = ['now +(\d+)']
# facts.column_at_the_end = 'much later .*%CPU +(\d+)'
# facts.now_at_the_end = 'much later .*now +(\d+)'
# claims = [
#   "now[0] > 0 and max(now[1], now[2], now[3]) <= 5",
#   "column[1] > column[2] > column[3] > 3",
# ]
# ///
"""Prints the %CPU of a process that has long stopped computing."""

import os
import subprocess
import sys
import time

TICK = os.sysconf("SC_CLK_TCK")
CODE = """
import time
while time.process_time() < 0.4: pass
print("done", flush=True)
input()
"""


def cpu_and_age(pid):
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rpartition(") ")[2].split()
    used = int(fields[11]) + int(fields[12])
    now = time.clock_gettime(time.CLOCK_BOOTTIME)
    return used / TICK, now - int(fields[19]) / TICK


def show(when):
    used, age = cpu_and_age(child.pid)
    time.sleep(0.2)
    used_later, age_later = cpu_and_age(child.pid)
    column = 100 * used_later / age_later
    now = 100 * (used_later - used) / (age_later - age)
    print(f"{when:20} %CPU {column:3.0f}   now {now:3.0f}")


child = subprocess.Popen(
    [sys.executable, "-c", CODE],
    stdin=subprocess.PIPE,
    stdout=subprocess.PIPE,
)
time.sleep(0.1)
show("while it computes")
child.stdout.readline()
time.sleep(0.1)
for when in "just afterwards", "a little later", "much later":
    show(when)
    time.sleep(0.4)
child.communicate(b"\n")
