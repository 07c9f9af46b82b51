# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15"]
# lane = "alone"
# runs = 3
# facts.repeats = 'find_dishes, (\d+) calls'
# facts.wall = ['(?m)^ +wall: median +([\d.]+)']
# facts.on_core = ['(?m)^ +CPU: +median +([\d.]+)']
# facts.low = ['(?m)^ +wall: .* from +([\d.]+)']
# facts.high = ['(?m)^ +wall: .* to +([\d.]+)']
# claims = [
#   "on_core[0] > 0.5 * wall[0]",
#   "wall[1] >= 10 and on_core[1] < 3",
#   "low[0] <= wall[0] <= high[0] and low[1] <= wall[1] <= high[1]",
# ]
# ///
"""Prints median, spread and CPU time of two functions."""

import re
import statistics
import time
from functools import wraps

DISHES = [f"dish{n:03}" for n in range(400)]


# --8<-- [start:show]
def timed(function, repeat=21):
    @wraps(function)
    def wrapper(*args):
        result = function(*args)  # warm-up, not counted
        wall, cpu = [], []
        for _ in range(repeat):
            start = time.perf_counter(), time.process_time()
            function(*args)
            stop = time.perf_counter(), time.process_time()
            wall.append(1000 * (stop[0] - start[0]))
            cpu.append(1000 * (stop[1] - start[1]))
        print(f"{function.__name__}, {repeat} calls, in ms")
        for name, took in ("wall:", wall), ("CPU: ", cpu):
            low, middle, high = statistics.quantiles(took, n=4)
            print(f"  {name} median {middle:6.3f},", end="")
            print(f" half of them from {low:6.3f} to {high:6.3f}")
        return result

    return wrapper


@timed
def find_dishes(text):
    return re.findall("|".join(DISHES), text)


@timed
def ask_the_shop():
    time.sleep(0.01)


find_dishes("a slip with dish042 on it; " * 100)
ask_the_shop()
# --8<-- [end:show]
