# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13"]
# timeout = 2
# hangs = true
# trace = ["3.11"]
# claims = ["hung"]
# ///
"""Hangs: main waits for a process whose dish nobody takes."""

import multiprocessing


def cook(counter):
    counter.put("cake " * 200_000)  # step: puts a large dish


if __name__ == "__main__":
    counter = multiprocessing.Queue()
    process = multiprocessing.Process(target=cook, args=(counter,))
    process.start()
    process.join()
    dish = counter.get()  # step: takes the dish
    print("served", len(dish), "characters")
