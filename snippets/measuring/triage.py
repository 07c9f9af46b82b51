# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15"]
# lane = "alone"
# runs = 2
# timeout = 20
# needs = ["linux"]
# facts.name = ['^(\w+) +[RSDT] ']
# facts.state = ['^\w+ +([RSDT]) ']
# facts.on_core = ['^\w+ +\w +(\d+) %']
# facts.in_line = ['^\w+ +\w +\d+ % +(\d+) %']
# facts.wakes = ['^\w+ +\w +\d+ % +\d+ % +(\d+) ']
# facts.verdict = ['^\w+ +[RSDT] .* ((?:it|somebody) [\w ]+)$']
# claims = [
#   "name == ['spins', 'crowded', 'locked', 'reads', 'polls', 'stopped']",
#   "verdict[0] == 'it computes' or in_line[0] > 50",
#   "verdict[1] == 'it lacks a core' and verdict[2] == verdict[3] == 'it waits'",
#   "verdict[4] == 'it asks again and again' and verdict[5] == 'somebody stopped it'",
#   "state[2] == 'S' and state[3] == 'S' and state[5] == 'T'",
# ]
# ///
"""Looks at six processes for half a second and says what each does."""

import os
import signal
import threading
import time


def spins():
    while True:
        pass


def crowded():
    # There will be eight of these, and one core for all of them.
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    spins()


def locked():
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()


def reads():
    os.read(os.pipe()[0], 1)


def polls():
    while True:
        time.sleep(0.002)


def stopped():
    os.kill(os.getpid(), signal.SIGSTOP)


# --8<-- [start:show]
def book(pid):
    """Time on a core, time in line for one, how often it gave up."""
    with open(f"/proc/{pid}/schedstat") as file:
        ran, in_line, _ = file.read().split()
    with open(f"/proc/{pid}/status") as file:
        status = dict(line.split(":", 1) for line in file)
    gave_up = status["voluntary_ctxt_switches"]
    return int(ran), int(in_line), int(gave_up)


def judge(state, ran, in_line, wakes):
    if state == "T":
        return "somebody stopped it"
    if in_line > 2 * ran + 40:
        return "it lacks a core"
    if ran > 20:
        return "it computes"
    return "it asks again and again" if wakes > 20 else "it waits"


# --8<-- [end:show]
def start(patient):
    pid = os.fork()
    if pid == 0:
        patient()
    return pid


# --8<-- [start:show]
def look(patient):
    many = 8 if patient is crowded else 1
    pids = [start(patient) for _ in range(many)]
    pid = pids[0]
    time.sleep(0.1)
    before = book(pid)
    time.sleep(0.5)
    ran, in_line, wakes = (
        new - old for new, old in zip(book(pid), before)
    )
    ran, in_line = ran / 5e6, in_line / 5e6  # percent
    stat = open(f"/proc/{pid}/stat").read()
    state = stat.rpartition(")")[2].split()[0]
    place = open(f"/proc/{pid}/wchan").read().strip("0") or "-"
    print(f"{patient.__name__:8} {state} {ran:4.0f} %", end="")
    print(f"{in_line:7.0f} %{wakes:6}   {place:18}", end="")
    print(judge(state, ran, in_line, wakes), flush=True)
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
        os.wait()


print("         core    in line gave up  sleeps in", flush=True)
for patient in spins, crowded, locked, reads, polls, stopped:
    look(patient)
# --8<-- [end:show]
