# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15"]
# lane = "alone"
# runs = 3
# facts.first = '\A\w+: ([\d.]+) ms'
# facts.took = ['([\d.]+) ms']
# claims = ["len(took) == 5", "first > 3 * min(took)"]
# ///
"""Prints five times for one and the same call."""

import re
from functools import wraps
from time import time

# --8<-- [start:show]
DISHES = [f"dish{n:03}" for n in range(400)]


def timed(function):
    @wraps(function)
    def wrapper(*args):
        start = time()
        result = function(*args)
        took = 1000 * (time() - start)
        print(f"{function.__name__}: {took:.3f} ms")
        return result

    return wrapper


@timed
def find_dishes(text):
    return re.findall("|".join(DISHES), text)


for _ in range(5):
    find_dishes("a slip with dish042 on it; " * 100)
# --8<-- [end:show]
