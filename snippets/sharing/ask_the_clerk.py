# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.15"]
# lane = "alone"
# runs = 3
# needs = ["linux"]
# facts.menu = '^the menu +(.+)'
# facts.times = 'takes +(\d+) times'
# facts.lost = 'lost +(\d+)'
# claims = ["menu == \"['soup']\"", "times > 20", "lost > 0"]
# ///
"""Shares a dictionary through a manager; shows cost and traps."""

import multiprocessing
import time

TIMES = 2_000


def add(stock):
    for _ in range(TIMES):
        stock["eggs"] += 1


def cost_of_reading(stock):
    start = time.perf_counter()
    for _ in range(TIMES):
        stock["eggs"]
    return time.perf_counter() - start


if __name__ == "__main__":
    with multiprocessing.Manager() as clerk:
        stock = clerk.dict(eggs=0, menu=["soup"])
        stock["menu"].append("cake")
        print("the menu     ", stock["menu"])

        own = {"eggs": 0}
        times = cost_of_reading(stock) / cost_of_reading(own)
        print(f"reading takes {times:.0f} times as long")

        pair = [
            multiprocessing.Process(target=add, args=(stock,))
            for _ in "AB"
        ]
        for process in pair:
            process.start()
        for process in pair:
            process.join()
        print("eggs lost    ", 2 * TIMES - stock["eggs"])
