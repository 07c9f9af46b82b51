# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# runs = 3
# timeout = 30
# needs = ["linux", "strace"]
# facts.who = ['^ *\d+ +(shell|child) ']
# facts.call = ['^ *\d+ +\w+ +(\w+)']
# facts.shell = 'calls of the shell before python: +(\d+)'
# facts.before = 'calls of python before the first line: +(\d+)'
# facts.after = 'calls of python from there on: +(\d+)'
# claims = [
#   "len(who) == 6 and who[0] == who[5] == 'shell'",
#   "who[1] == who[2] == who[3] == who[4] == 'child'",
#   "call[1] == 'execve' and call[3] == 'write' and call[5] == 'wait4'",
#   "before > 100 and before > 5 * after",
# ]
# ///
"""Prints what a shell and python ask of the kernel for one hello."""

import re
import subprocess
import sys

# --8<-- [start:show]
# How strace writes the calls we look for, and what each one asks.
STEPS = {
    r"v?fork|clone": "a second process, please",
    r"execve\(.*hello": "let me become python, for hello.py",
    r"openat\(.*hello": "open hello.py for me",
    r'write\(1, "hello': "put this text on the terminal",
    r"exit_group\(0": "I have finished, with status 0",
    r"(<\.\.\. )?wait4": "the answer: how it ended",
}

with open("hello.py", "w") as file:
    file.write("print('hello')\n")

# strace starts a shell, and notes every call to the kernel.
strace = ["strace", "-f", "-qq", "-e", "signal=none", "-o", "calls.txt"]
command = f"{sys.executable} hello.py; true"
subprocess.run([*strace, "sh", "-c", command])
with open("calls.txt") as file:
    calls = [line.split(maxsplit=1) for line in file]
# --8<-- [end:show]

print(" call  by     asks the kernel")
patterns, numbers = list(STEPS), []
for number, (pid, call) in enumerate(calls, 1):
    if patterns and re.match(patterns[0], call):
        who = "shell" if pid == calls[0][0] else "child"
        name = re.search(r"\w+", call)[0]
        what = STEPS[patterns.pop(0)]
        print(f"{number:5}  {who}  {name:10}  {what}")
        numbers.append(number)

_, execve, _, write, exit_group, _ = numbers
child = calls[execve - 1][0]


def asked(since, until):
    """By the child; strace may write one call in two lines."""
    own = [call for pid, call in calls[since:until] if pid == child]
    return sum(not call.startswith("<...") for call in own)


before, after = asked(execve, write - 1), asked(write - 1, exit_group)
print("calls of the shell before python:     ", execve - 1)
print("calls of python before the first line:", before)
print("calls of python from there on:        ", after)
