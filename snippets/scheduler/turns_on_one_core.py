# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 3
# timeout = 30
# needs = ["linux"]
# facts.two = '^2 share a core +([\d.]+) ms'
# facts.five = '^5 share a core +([\d.]+) ms'
# facts.seen = '^2 ask the kernel +([\d.]+) ms'
# facts.two_wait = '^2 share a core +[\d.]+ ms +([\d.]+) ms'
# facts.five_wait = '^5 share a core +[\d.]+ ms +([\d.]+) ms'
# facts.slice = 'asks for +([\d.?]+) ms'
# facts.tick = 'ticks every +([\d.]+) ms'
# facts.round_robin = 'SCHED_RR +(\d+) ms'
# claims = [
#   "two < 10 and five < 15",
#   "sometimes: five_wait > 1.5 * two_wait",
#   "round_robin > 5 * two",
#   "sometimes: tick <= slice or seen < 0.7 * two",
# ]
# ///
"""Prints how long a turn on a core lasts, and whose turn it was."""

import multiprocessing
import os
import time


# --8<-- [start:show]
def books():
    """The kernel's notes: time on a core, time in line, turns."""
    with open("/proc/self/schedstat") as file:
        return [int(word) for word in file.read().split()]


def compute(letter, start, look, results):
    time.sleep(max(0, start - time.monotonic()))
    first, turns = books(), []
    begun = before = time.monotonic()
    while before < start + 0.4:
        look()
        now = time.monotonic()
        # Its clock jumped: for so long this process did not run.
        if now - before > 0.0002:
            turns.append((begun, before, letter))
            begun = now
        before = now
    used = [new - old for new, old in zip(books(), first)]
    results.put((turns, used))


def share_a_core(letters, name, look=int):
    start = time.monotonic() + 0.2
    results = multiprocessing.Queue()
    for letter in letters:
        arguments = letter, start, look, results
        multiprocessing.Process(target=compute, args=arguments).start()
    turns, used = zip(*(results.get() for _ in letters))
    ran, waited, count = map(sum, zip(*used))
    print(f"{len(letters)} {name:14}", end="")
    print(f"{ran / count / 1e6:8.2f} ms{waited / count / 1e6:12.2f} ms")
    return sorted(turn for mine in turns for turn in mine), start


if __name__ == "__main__":
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    print("                  a turn    then in line")
    share_a_core("AB", "share a core")
    share_a_core("ABCDE", "share a core")
    share_a_core("AB", "ask the kernel", look=time.process_time)
    turns, start = share_a_core("ABC", "share a core")
    # --8<-- [end:show]
    # What it asks for stands in the kernel's notes from Linux 6.6 on.
    book = open("/proc/self/sched").read().split()
    ns = book[book.index("se.slice") + 2] if "se.slice" in book else 0
    print(f"each asks for        {int(ns) / 1e6:g} ms")
    # Clock 6 is the coarse one: it moves on once with each tick.
    print(f"the timer ticks every {1000 * time.clock_getres(6):g} ms")
    with open("/proc/sys/kernel/sched_rr_timeslice_ms") as file:
        print(f"a turn of SCHED_RR {file.read().strip()} ms")
    for begun, end, letter in turns:
        begun, end = 1000 * (begun - start), 1000 * (end - start)
        if begun >= 200 and end <= 260:
            print(
                f"slice {letter} {begun - 200:.1f} {end - 200:.1f} ms"
            )
