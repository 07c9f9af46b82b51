# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# needs = ["linux"]
# trace = true
# runs = 3
# facts.greetings = ['hello from PID (\d+)']
# facts.children = ['(\d+) children']
# claims = [
#   "len(greetings) == len(set(greetings)) == 4",
#   "sorted(children) == [0, 0, 1, 2]",
# ]
# ///
"""Forks twice, and every process prints the last line."""

import os

children = 0
for _ in range(2):
    # In the child fork gives 0, in the parent the child's PID.
    children = 0 if os.fork() == 0 else children + 1

for _ in range(children):
    os.wait()
me = os.getpid()
print(f"hello from PID {me}, {children} children")  # step: hello
