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
# facts.workers = 'workers: (\d+)'
# facts.new = 'new ones: (\d+)'
# claims = [
#   "soup == rice == cake == 'served'",
#   "flambe == 'TimeoutError'",
#   "workers == 2 and new >= 1",
# ]
# ///
"""A worker of a Pool dies, and its dish is never heard of again."""

import multiprocessing
import os
import signal
import time

SECONDS = {"soup": 0, "flambe": 0.3, "rice": 0.6, "cake": 0.6}


def cook(dish):
    time.sleep(SECONDS[dish])
    if dish == "flambe":
        os.kill(os.getpid(), signal.SIGKILL)
    return "served"


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        at_first = set(multiprocessing.active_children())
        answers = {
            dish: pool.apply_async(cook, (dish,)) for dish in SECONDS
        }
        for dish, answer in answers.items():
            try:
                print(f"{dish:6}", answer.get(timeout=2))
            except Exception as problem:
                print(f"{dish:6}", type(problem).__name__)
        now = set(multiprocessing.active_children())
    print(f"workers: {len(now)}, new ones: {len(now - at_first)}")
