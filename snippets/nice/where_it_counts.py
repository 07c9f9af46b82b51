# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 2
# timeout = 60
# needs = ["linux", "cores >= 2"]
# facts.same_core = '^nice 19, same core +([\d.]+) %'
# facts.other_core = '^nice 19, another core +([\d.]+) %'
# facts.waited = 'another core .* waited (\d+) ms'
# facts.session = '^nice 19, another session +([\d.]+) %'
# facts.idle_session = '^SCHED_IDLE, another session +([\d.]+) %'
# facts.grouped = 'is a group of its own: (yes|no)'
# claims = [
#   "same_core < 4", "other_core > 40 or waited > 50",
#   "grouped == 'no' or min(session, idle_session) > 40",
#   "grouped == 'yes' or max(session, idle_session) < 4",
# ]
# ///
"""Prints what a very polite loop gets, in four places."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

# --8<-- [start:show]
ENDLESS = [sys.executable, "-c", "while True: pass"]
FIRST, SECOND = sorted(os.sched_getaffinity(0))[:2]


def times(process):
    # On a core, and ready but without one; both in nanoseconds.
    with open(f"/proc/{process.pid}/schedstat") as file:
        return [int(ns) for ns in file.read().split()[:2]]


def share(name, core=FIRST, idle=False, **how):
    plain = subprocess.Popen(ENDLESS)
    polite = subprocess.Popen(ENDLESS, **how)
    os.sched_setaffinity(polite.pid, {core})
    os.setpriority(os.PRIO_PROCESS, polite.pid, 19)
    if idle:
        none = os.sched_param(0)
        os.sched_setscheduler(polite.pid, os.SCHED_IDLE, none)
    time.sleep(0.3)
    [a, _], [b, ready], used = times(plain), times(polite), 0
    while used < 0.5e9:
        time.sleep(0.02)
        mine, waited = times(polite)
        used = times(plain)[0] - a + mine - b
    print(f"{name:29}{100 * (mine - b) / used:5.1f} %", end="")
    print(f", waited {(waited - ready) / 1e6:.0f} ms")
    for process in plain, polite:
        process.kill()
        process.wait()


def sessions_are_groups():
    switch = Path("/proc/sys/kernel/sched_autogroup_enabled")
    on = switch.exists() and switch.read_text().strip() == "1"
    # A cgroup with a weight takes the place of the session's group.
    cgroups = Path("/proc/self/cgroup").read_text()
    path = re.search(r"(?m)^0::(.*)$|$", cgroups)[1] or "/"
    own = Path("/sys/fs/cgroup" + path)
    new = any((x / "cpu.weight").exists() for x in (own, *own.parents))
    old = re.search(r"(?m)[:,]cpu(,.*)?:/.", cgroups)
    return "yes" if on and not new and not old else "no"


os.sched_setaffinity(0, {FIRST})
share("nice 19, same core")
share("nice 19, another core", core=SECOND)
# A new session: as if it had been started in another terminal.
share("nice 19, another session", start_new_session=True)
share("SCHED_IDLE, another session", idle=True, start_new_session=True)
print("a session is a group of its own:", sessions_are_groups())
# --8<-- [end:show]
