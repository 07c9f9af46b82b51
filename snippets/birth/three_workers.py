# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15", "3.13t"]
# runs = 2
# timeout = 30
# needs = ["linux"]
# facts.threads_rss = '^threads +(\d+)'
# facts.threads = '^threads +\d+ MB +(\d+)'
# facts.idle_rss = '^forked, idle +(\d+)'
# facts.idle = '^forked, idle +\d+ MB +(\d+)'
# facts.reading_rss = '^forked, reading +(\d+)'
# facts.reading = '^forked, reading +\d+ MB +(\d+)'
# facts.spawned_rss = '^spawned, reading +(\d+)'
# facts.spawned = '^spawned, reading +\d+ MB +(\d+)'
# claims = [
#   "abs(threads_rss - threads) < 15",
#   "idle_rss > 3 * idle and idle < 1.5 * threads",
#   "reading > 2 * idle and reading_rss < 1.1 * idle_rss",
#   "spawned > reading",
# ]
# ///
"""Adds up the memory of a program with three workers on one list."""

import multiprocessing
import os
import threading


def work(numbers, here, leave):
    sum(numbers)
    here.wait()
    leave.wait()


def memory(pids):
    """RSS and PSS of all these processes together, in MB."""
    total = {"Rss:": 0, "Pss:": 0}
    for pid in pids:
        with open(f"/proc/{pid}/smaps_rollup") as file:
            for line in file:
                name, size = line.split()[:2]
                if name in total:
                    total[name] += int(size)
    rss, pss = total["Rss:"] // 1000, total["Pss:"] // 1000
    return f"{rss:4} MB {pss:4} MB"


def show(way, Worker, toolbox, numbers):
    here, leave = toolbox.Barrier(4), toolbox.Event()
    args = (numbers, here, leave)
    workers = [Worker(target=work, args=args) for _ in range(3)]
    for worker in workers:
        worker.start()
    here.wait()
    children = multiprocessing.active_children()
    pids = [os.getpid(), *(child.pid for child in children)]
    print(f"{way:16} {memory(pids)}", flush=True)
    leave.set()
    for worker in workers:
        worker.join()


if __name__ == "__main__":
    xs = list(range(1_000_000, 2_000_000))
    fork = multiprocessing.get_context("fork")
    spawn = multiprocessing.get_context("spawn")
    print("                  RSS     PSS", flush=True)
    show("threads", threading.Thread, threading, xs)
    show("forked, idle", fork.Process, fork, [])
    show("forked, reading", fork.Process, fork, xs)
    show("spawned, reading", spawn.Process, spawn, xs)
