# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15", "3.13t"]
# lane = "alone"
# timeout = 40
# runs = 4
# needs = ["linux", "cores >= 2"]
# facts.count = 'count .* ([\d.]+) times'
# facts.take = 'take .* ([\d.]+) times'
# facts.append = 'append .* ([\d.]+) times'
# facts.store = 'store .* ([\d.]+) times'
# facts.lock = 'lock .* ([\d.]+) times'
# claims = [
#   "sometimes on 3.13t: take > 1.5",
#   "sometimes on 3.13t: append > 1.3",
#   "sometimes on 3.13t: store > 1.3",
#   "sometimes on 3.13t: lock > 1.3",
#   "sometimes on 3.11, 3.15: max(take, append, store, lock) < 1.3",
# ]
# ///
"""Prints what a step costs with objects of one's own, and shared."""

import os
import statistics
import threading
import time

# --8<-- [start:show]
STEPS = range(2_000)


def count(_):
    n = 0
    for _ in STEPS:
        n += 1


def take(shelf):
    for _ in STEPS:
        shelf[0]


def append(shelf):
    for _ in STEPS:
        shelf.append(None)
    shelf.clear()


def store(board):
    for _ in STEPS:
        board["eggs"] = 100


def lock(spoon):
    for _ in STEPS:
        with spoon:
            pass


def work(step, make, shared, core):
    # A core to each thread, so that they do run at the same time.
    os.sched_setaffinity(0, {core})
    thing = make() if shared is None else shared
    stop = time.perf_counter() + 0.2
    while time.perf_counter() < stop:
        before = time.thread_time_ns()
        step(thing)
        costs.append((time.thread_time_ns() - before) / len(STEPS))


# --8<-- [end:show]


two_cores = sorted(os.sched_getaffinity(0))[:2]
things = {
    count: object,
    take: lambda: [object()],
    append: lambda: [None],
    store: lambda: {"eggs": 0},
    lock: threading.Lock,
}
print("        of one's own   shared")
for step, make in things.items():
    prices = []
    for shared in None, make():
        costs = []
        threads = [
            threading.Thread(target=work, args=(step, make, shared, c))
            for c in two_cores
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        # What 19 in 20 stay below: on a busy machine the two threads
        # meet only now and then, and those are the moments to see.
        prices.append(statistics.quantiles(costs, n=20)[-1])
    own, both = prices
    print(f"{step.__name__:8}{own:9.1f} ns {both:8.1f} ns", end="")
    print(f"{both / own:6.1f} times")
