# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15"]
# runs = 2
# timeout = 20
# needs = ["linux"]
# facts.alone = 'main alone +(\d+) MB'
# facts.idle = 'three workers, nothing sent +(\d+) MB'
# facts.sent = 'three workers, list sent +(\d+) MB'
# claims = ["idle < 1.5 * alone", "sent > 2 * idle"]
# ///
"""Prints the memory of a pool without and with a list sent to it."""

import multiprocessing
import os


def hold(numbers):
    here.wait()
    leave.wait()


def memory():
    """Of main and its workers; a page that several have counts once."""
    children = multiprocessing.active_children()
    total = 0
    for pid in os.getpid(), *(child.pid for child in children):
        with open(f"/proc/{pid}/smaps_rollup") as file:
            sizes = [line.split()[1] for line in file if "Pss:" in line]
            total += int(sizes[0])
    return f"{total // 1000:4} MB"


context = multiprocessing.get_context("fork")
here, leave = context.Barrier(4), context.Event()
numbers = list(range(1_000_000, 2_000_000))
print("main alone                 ", memory(), flush=True)

for name, argument in ("nothing sent", None), ("list sent", numbers):
    leave.clear()
    with context.Pool(3) as pool:
        tasks = [pool.apply_async(hold, (argument,)) for _ in range(3)]
        here.wait()
        print(f"three workers, {name:12}", memory(), flush=True)
        leave.set()
        for task in tasks:
            task.get()
