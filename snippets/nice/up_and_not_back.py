# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# needs = ["linux"]
# facts.limit = 'limit: +(-?\d+)'
# facts.below = 'from 0 to -5: +(done|refused)'
# facts.up = 'from 0 to 5: +(done|refused)'
# facts.further = 'from 5 to 10: +(done|refused)'
# facts.back = 'from 10 to 5: +(done|refused)'
# facts.child = 'a child begins with: +(\d+)'
# claims = [
#   "up == 'done' and further == 'done' and child == 10",
#   "limit > 0 or below == 'refused' and back == 'refused'",
# ]
# ///
"""Tries to change its own nice value, up and down."""

import os
import resource
import subprocess


def change(old, new):
    try:
        os.setpriority(os.PRIO_PROCESS, 0, new)
        answer = "done"
    except PermissionError:
        answer = "refused"
    print(f"from {old} to {new}: {answer}")


# 0: the kernel allows this process no step down.
print("limit:", resource.getrlimit(resource.RLIMIT_NICE)[0])
change(0, -5)
change(0, 5)
change(5, 10)
change(10, 5)

# Without a command, nice prints the value that it was born with.
born = subprocess.run(["nice"], capture_output=True, text=True)
print("a child begins with:", born.stdout.strip())
