# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.15"]
# lane = "alone"
# runs = 3
# needs = ["linux"]
# facts.kernel_generators = 'generators +(\d+)'
# facts.kernel_tasks = 'tasks +(\d+)'
# facts.kernel_threads = 'threads +(\d+)'
# facts.us_generators = 'generators .* ([\d.]+) us'
# facts.us_tasks = 'tasks .* ([\d.]+) us'
# facts.us_threads = 'threads .* ([\d.]+) us'
# claims = [
#   "max(kernel_generators, kernel_tasks) < 1000",
#   "kernel_threads > 20000",
#   "10 * us_generators < us_threads",
# ]
# ///
"""20,000 changes of turn: how often did the kernel switch for them?"""

import asyncio
import os
import resource
import threading
import time

# --8<-- [start:show]
TURNS = 10_000  # for each of two


def generators():
    def player():
        for _ in range(TURNS):
            yield

    a, b = player(), player()
    for _ in range(TURNS):
        next(a)
        next(b)


async def player():
    for _ in range(TURNS):
        await asyncio.sleep(0)  # lets the others go first


async def two_tasks():
    await asyncio.gather(player(), player())


def tasks():
    asyncio.run(two_tasks())


def threads():
    def player(mine, other):
        for _ in range(TURNS):
            mine.acquire()  # waits for its turn
            other.release()  # and gives the turn to the other one

    one, two = threading.Lock(), threading.Lock()
    two.acquire()
    other = threading.Thread(target=player, args=(two, one))
    other.start()
    player(one, two)
    other.join()


def switched_by_kernel():
    """How often our threads gave up their core, or lost it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_nvcsw + used.ru_nivcsw


# --8<-- [end:show]
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
for play in generators, tasks, threads:
    before, start = switched_by_kernel(), time.perf_counter()
    play()
    each = (time.perf_counter() - start) / TURNS / 2
    count = switched_by_kernel() - before
    print(
        f"{play.__name__:10}{count:6} switches by the kernel,", end=""
    )
    print(f"{1e6 * each:6.2f} us a turn")
