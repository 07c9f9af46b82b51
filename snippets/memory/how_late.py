# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.15", "3.13t"]
# lane = "alone"
# runs = 3
# needs = ["cores >= 2"]
# facts.goes_on = 'goes on: +([\d.]+) ms'
# facts.waits = 'waits: +([\d.]+) ms'
# facts.soonest = 'goes on: .* soonest +([\d.]+) ms'
# claims = [
#   "on 3.9, 3.11, 3.13, 3.15: soonest > 4",
#   "sometimes on 3.9, 3.11, 3.13, 3.15: waits < 1",
#   "sometimes on 3.13t: soonest < 1",
# ]
# ///
"""Prints how long after one thread's change another one saw it."""

import threading
import time


def watch():
    while not ready:
        pass
    seen.append(time.perf_counter())


def go_on(until):
    while time.perf_counter() < until:
        pass


def wait(until):
    time.sleep(0.02)


for name, then in ("goes on", go_on), ("waits", wait):
    late = []
    for _ in range(15):
        ready, seen = False, []
        watcher = threading.Thread(target=watch)
        watcher.start()
        time.sleep(0.01)
        written = time.perf_counter()
        ready = True
        then(written + 0.1)
        watcher.join()
        late.append((seen[0] - written) * 1000)
    late.sort()
    print(
        f"writer then {name + ':':8} {late[7]:6.3f} ms (median),"
        f" soonest {max(late[0], 0):6.3f} ms"
    )
