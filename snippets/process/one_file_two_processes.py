# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15", "3.13t"]
# runs = 3
# needs = ["linux"]
# facts.bytes = 'program +(\d+) bytes'
# facts.pid = ['PID +(\d+)']
# facts.memory = ['memory +(\d+) kB']
# facts.cpu_time = ['CPU time +(\d+\.\d+) s']
# facts.open_files = ['open files +(\d+)']
# facts.threads = ['threads +(\d+)']
# claims = [
#   "bytes > 500 and len(set(pid)) == 2",
#   "threads == [1, 1]",
#   "min(memory) > 1000 and min(cpu_time) > 0 and min(open_files) >= 3",
# ]
# ///
"""Starts one program file twice, and prints what each process has."""

import os
import subprocess
import sys
import time


def tell(dish):
    # Linux keeps these lines on each process; chapter 2 reads more.
    with open("/proc/self/status") as file:
        status = dict(line.split(":", 1) for line in file)
    print("process   ", dish)
    print("  PID       ", os.getpid())
    print("  memory    ", status["VmRSS"].strip())
    print("  CPU time  ", f"{time.process_time():.3f} s")
    print("  open files", len(os.listdir("/proc/self/fd")))
    print("  threads   ", status["Threads"].strip())


if len(sys.argv) > 1:
    tell(sys.argv[1])
else:
    print("program     ", os.path.getsize(__file__), "bytes on disk")
    kitchens = [
        subprocess.Popen(
            [sys.executable, __file__, dish], stdout=subprocess.PIPE
        )
        for dish in ("soup", "salad")
    ]
    for kitchen in kitchens:
        print(kitchen.communicate()[0].decode(), end="")
