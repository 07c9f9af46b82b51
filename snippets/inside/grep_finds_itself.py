# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# runs = 3
# needs = ["linux"]
# facts.found = ['^grep .* (yes|no) +\w+$']
# facts.itself = ['^grep .* (?:yes|no) +(yes|no)$']
# claims = [
#   "found == ['yes', 'no', 'yes']",
#   "itself[0] == 'yes' and itself[2] == 'no'",
# ]
# ///
"""Prints what three searches in the list of processes have found."""

import subprocess
import sys

# This is the process that we want to find.
cook = subprocess.Popen(
    [sys.executable, "-c", "input()  # soup_cook"],
    stdin=subprocess.PIPE,
)
# And this is a file that happens to lie in the current folder.
open("soup_list.txt", "w").close()

print("search                    the cook  itself")
for pattern in "soup_cook", "soup*", "'[s]oup_cook'":
    # Each process keeps its command line in /proc/PID/cmdline.
    search = f"grep -l {pattern} /proc/[0-9]*/cmdline"
    shell = subprocess.run(
        search, shell=True, stdout=subprocess.PIPE, text=True
    )
    pids = [int(path.split("/")[2]) for path in shell.stdout.split()]
    found = "yes" if cook.pid in pids else "no"
    others = "yes" if set(pids) - {cook.pid} else "no"
    print(f"grep {pattern:22}{found:9} {others}")

cook.communicate(b"\n")
