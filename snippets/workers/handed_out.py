# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.11"]
# lane = "alone"
# timeout = 30
# runs = 3
# needs = ["linux", "cores >= 2"]
# facts.beside_1 = 'in ones.* (\d+) others'
# facts.beside_6 = 'in sixes.* (\d+) others'
# claims = ["beside_6 == 5", "sometimes: beside_1 < 5"]
# ///
"""Hands one long and eleven short slips to two workers, in two ways."""

import multiprocessing
import os
import time

# --8<-- [start:show]
TASKS = [200] + 11 * [20]  # milliseconds of computing


def compute(milliseconds):
    begun = time.perf_counter()
    until = time.process_time() + milliseconds / 1000
    while time.process_time() < until:
        pass
    return os.getpid(), begun, time.perf_counter()


def hand_out(name, chunksize):
    with multiprocessing.Pool(2) as pool:
        time.sleep(0.1)  # until both workers are there
        done = pool.map(compute, TASKS, chunksize)
    long_one = done[0][0]  # the PID of the worker who had it
    others = [pid for pid, _, _ in done[1:] if pid == long_one]
    print(f"in {name}: the worker with the long slip", end=" ")
    print(f"did {len(others)} others")
    return done


# --8<-- [end:show]
if __name__ == "__main__":
    lines, offset = [], 0
    for name, chunksize in ("ones", 1), ("sixes", 6):
        done = hand_out(name, chunksize)
        first = min(begun for _, begun, _ in done)
        last = max(end for _, _, end in done)
        for pid, begun, end in done:
            letter = "A" if pid == done[0][0] else "B"
            a = 1000 * (begun - first) + offset
            b = 1000 * (end - first) + offset
            lines.append(f"slice {letter} {a:.1f} {b:.1f} ms")
        offset += 1000 * (last - first) + 50
    print("", *lines, sep="\n")
