# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.15"]
# trace = ["3.11"]
# facts.served = "served (\\d+)"
# claims = ["served == 1000000"]
# ///
"""Takes the dish first, and then waits for the cook to end."""

import multiprocessing


def cook(counter):
    counter.put("cake " * 200_000)  # step: puts a large dish


if __name__ == "__main__":
    counter = multiprocessing.Queue()
    process = multiprocessing.Process(target=cook, args=(counter,))
    process.start()
    dish = counter.get()  # step: takes the dish
    process.join()
    print("served", len(dish), "characters")
