# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15", "3.13t"]
# runs = 3
# needs = ["linux"]
# facts.pid = '^PID +(\d+)'
# facts.virtual = '^VSZ +(\d+) kB'
# facts.resident = '^RSS +(\d+) kB'
# facts.state = '^STAT +(\w)'
# facts.used = '^used (\d+) ms'
# facts.said = '^and then: (.+)'
# claims = [
#   "state == 'S' and used == 0 and said == 'Hello Ada'",
#   "virtual > resident > 1000",
# ]
# ///
"""Prints what ps would say of a program that waits for your name."""

import os
import shutil
import subprocess
import sys
import time

CODE = "name = input('Your name: ')\nprint('Hello', name)"


def ask_kernel(pid):
    with open(f"/proc/{pid}/stat") as file:
        # Fields have numbers; 3 is the first after the name in ().
        rest = file.read().rpartition(")")[2].split()
    return dict(enumerate(rest, start=3))


child = subprocess.Popen(
    [sys.executable, "-c", CODE],
    stdin=subprocess.PIPE,
    stdout=subprocess.PIPE,
    text=True,
)
child.stdout.read(len("Your name: "))  # now it has asked

time.sleep(0.1)
first = ask_kernel(child.pid)
time.sleep(0.5)
fields = ask_kernel(child.pid)
print("PID ", child.pid)
print("VSZ ", int(fields[23]) // 1024, "kB")
print("RSS ", int(fields[24]) * os.sysconf("SC_PAGESIZE") // 1024, "kB")
print("STAT", fields[3])
ticks = sum(int(fields[n]) - int(first[n]) for n in (14, 15))
milliseconds = 1000 * ticks // os.sysconf("SC_CLK_TCK")
print("used", milliseconds, "ms of CPU while it waited")
if shutil.which("ps"):
    subprocess.run(["ps", "u", "-p", str(child.pid)])

print("and then:", child.communicate("Ada\n")[0].strip())
