# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# needs = ["linux", "strace"]
# runs = 3
# facts.shared = ['^(CLONE_\w+) +thread +- ']
# facts.process_only = ['^(\w+) +- +process ']
# claims = [
#   "shared == ['CLONE_VM', 'CLONE_FS', 'CLONE_FILES', 'CLONE_SIGHAND', 'CLONE_THREAD']",
#   "process_only == ['SIGCHLD']",
# ]
# ///
"""Prints what Python asks the kernel for: a thread, and a process."""

import os
import re
import subprocess
import sys
import threading

MEANING = {
    "CLONE_VM": "the same memory",
    "CLONE_FS": "the same current folder",
    "CLONE_FILES": "the same open files",
    "CLONE_SIGHAND": "the same signal handlers",
    "CLONE_THREAD": "the same PID",
    "SIGCHLD": "tell the parent at the end",
}


def flags(what):
    # strace writes down each of these calls with its arguments.
    strace = "strace -f -qq -o calls.txt -e trace=/^clone".split()
    subprocess.run([*strace, sys.executable, __file__, what])
    with open("calls.txt") as calls:
        return re.findall("CLONE_[A-Z]+|SIGCHLD", calls.readline())


if sys.argv[1:] == ["thread"]:
    threading.Thread(target=os.getpid).start()
elif sys.argv[1:] == ["process"]:
    if os.fork():
        os.wait()
else:
    thread, process = flags("thread"), flags("process")
    for flag, meaning in MEANING.items():
        marks = [
            "thread" if flag in thread else "-",
            "process" if flag in process else "-",
        ]
        print(f"{flag:13}  {marks[0]:6}  {marks[1]:7}  {meaning}")
