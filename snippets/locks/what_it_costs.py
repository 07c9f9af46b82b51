# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15", "3.13t"]
# lane = "alone"
# runs = 3
# facts.call = 'call +(\d+) ns'
# facts.lock = '^lock +(\d+) ns'
# facts.rlock = 'rlock +(\d+) ns'
# facts.handed_over = 'handed_over +(\d+) ns'
# claims = [
#   "max(lock, rlock) < 15 * call",
#   "handed_over > 10 * lock",
#   'on["3.15"].lock < on["3.11"].lock',
# ]
# ///
"""Prints what a free lock costs, and what a lock that is waited for."""

import threading
import time


def nothing():
    pass


def call_nothing(times):
    for _ in range(times):
        nothing()


def take(one, times):
    for _ in range(times):
        with one:
            pass


def take_turns(mine, yours, times):
    for _ in range(times):
        mine.acquire()
        yours.release()


def hand_over(times):
    """Each thread waits for the lock that the other one gives back."""
    a_may, b_may = threading.Lock(), threading.Lock()
    b_may.acquire()
    args = b_may, a_may, times // 2
    b = threading.Thread(target=take_turns, args=args)
    b.start()
    take_turns(a_may, b_may, times // 2)
    b.join()


def measure(name, times, work, *args):
    costs = []
    for _ in range(5):
        # CPU time, of all threads: what others do does not count.
        before = time.process_time_ns()
        work(*args, times)
        costs.append((time.process_time_ns() - before) / times)
    print(f"{name:12} {min(costs):6.0f} ns")


measure("call", 100_000, call_nothing)
measure("lock", 100_000, take, threading.Lock())
measure("rlock", 100_000, take, threading.RLock())
measure("handed_over", 2_000, hand_over)
