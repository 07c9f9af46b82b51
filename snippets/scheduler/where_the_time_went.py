# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 3
# timeout = 30
# needs = ["linux"]
# facts.running = [' (\d+) ms +\d+ ms +\d+ ms +\d+ +\d+$']
# facts.ready = [' \d+ ms +(\d+) ms +\d+ ms +\d+ +\d+$']
# facts.blocked = [' \d+ ms +\d+ ms +(\d+) ms +\d+ +\d+$']
# facts.gave_up = ['ms +(\d+) +\d+$']
# facts.taken = ['ms +\d+ +(\d+)$']
# facts.sleeper_gave_up = '^waits .* (\d+) +\d+$'
# facts.rival_running = '^with 2 rivals +(\d+) ms'
# facts.rival_ready = '^with 2 rivals +\d+ ms +(\d+) ms'
# facts.rival_blocked = '^with 2 rivals .* +(\d+) ms +\d+ +\d+$'
# facts.rival_taken = '^with 2 rivals .* (\d+)$'
# claims = [
#   "ready[2] > 1.5 * running[2] and blocked[2] < 30",
#   "gave_up[0] <= 5 and gave_up[2] <= 5 and taken[2] >= 10",
#   "gave_up[1] >= 100 and gave_up[1] <= 105",
#   "blocked[1] > 80 and running[1] < 20",
# ]
# ///
"""Splits the time of three pieces of work: running, ready, blocked."""

import os
import resource
import time


# --8<-- [start:show]
def rival():
    """A process that computes on the same core until it is killed."""
    pid = os.fork()
    while pid == 0:
        pass
    return pid


def compute():
    end = time.process_time() + 0.2
    while time.process_time() < end:
        for _ in range(100_000):
            pass


def wait():
    for _ in range(100):
        time.sleep(0.001)


def look():
    with open("/proc/self/schedstat") as file:
        ran, waited, _ = map(int, file.read().split())
    used = resource.getrusage(resource.RUSAGE_SELF)
    now = time.monotonic_ns()
    return now, ran, waited, used.ru_nvcsw, used.ru_nivcsw


def show(name, work):
    before = look()
    work()
    took, ran, waited, gave, lost = (
        new - old for new, old in zip(look(), before)
    )
    blocked = max(0, took - ran - waited)
    print(f"{name:14}", end="")
    for ns in ran, waited, blocked:
        print(f"{ns / 1e6:7.0f} ms", end="")
    print(f"{gave:9}{lost:9}")


os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
print("                running     ready   blocked  gave up  lost it")
show("computes", compute)
show("waits", wait)
rivals = [rival(), rival()]
show("with 2 rivals", compute)
for pid in rivals:
    os.kill(pid, 9)
    os.wait()
# --8<-- [end:show]
