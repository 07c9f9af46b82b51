# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15"]
# runs = 2
# timeout = 20
# needs = ["linux"]
# facts.soup = '^soup +(\w+)'
# facts.flambe = '^flambe +(\w+)'
# facts.rice = '^rice +(\w+)'
# facts.cake = '^cake +(\w+)'
# claims = [
#   "soup == 'served'",
#   "flambe == rice == cake == 'BrokenProcessPool'",
# ]
# ///
"""A worker of a ProcessPoolExecutor dies, and all hear of it."""

import os
import signal
import time
from concurrent.futures import ProcessPoolExecutor

SECONDS = {"soup": 0, "flambe": 0.3, "rice": 0.6, "cake": 0.6}


def cook(dish):
    time.sleep(SECONDS[dish])
    if dish == "flambe":
        os.kill(os.getpid(), signal.SIGKILL)
    return "served"


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as pool:
        answers = {dish: pool.submit(cook, dish) for dish in SECONDS}
        for dish, answer in answers.items():
            try:
                print(f"{dish:6}", answer.result(timeout=2))
            except Exception as problem:
                print(f"{dish:6}", type(problem).__name__)
