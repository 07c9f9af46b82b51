# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15", "3.13t"]
# runs = 3
# needs = ["linux"]
# facts.version = 'interpreter +\w+ (\S+)'
# facts.gil = 'GIL +(on|off)'
# facts.system = 'kernel +(.+)'
# facts.cpus = 'CPUs +(\d+)'
# facts.ticks = 'ticks +(\d+) a second'
# facts.threads = 'threads +(\d+)'
# claims = [
#   "cpus >= 1 and threads == 1 and 24 < ticks <= 1000",
#   "on 3.9, 3.11, 3.13, 3.14, 3.15: gil == 'on'",
#   "on 3.13t: gil == 'off'",
# ]
# ///
"""Prints which Python, kernel and machine are at work."""

import os
import platform
import sys
import threading
import time

# Versions before 3.13 have no such function, and always have the GIL.
gil = True
if hasattr(sys, "_is_gil_enabled"):
    gil = sys._is_gil_enabled()
# This clock goes on by one tick at a time, so it tells their length.
tick = time.clock_getres(6)  # CLOCK_MONOTONIC_COARSE

name = platform.python_implementation()
print("interpreter ", name, platform.python_version())
print("GIL         ", "on" if gil else "off")
kernel = platform.release().split("-")[0]
print("kernel      ", platform.system(), kernel)
print("CPUs        ", len(os.sched_getaffinity(0)))
print("timer ticks ", round(1 / tick), "a second")
print("threads     ", threading.active_count())
