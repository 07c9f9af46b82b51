# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.13", "3.13t"]
# timeout = 1
# runs = 2
# hangs = true
# trace = ["3.11"]
# facts.served = ['^chopped (\w+)']
# claims = ["hung and served == ['onions']"]
# ///
"""One dish is served; two at once wait for ever."""

import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(2)


def chop(what):
    return f"chopped {what}"


def cook(what):
    time.sleep(0.1)  # step: heats the pan for {what}
    return pool.submit(chop, what).result()


print(pool.submit(cook, "onions").result())

dishes = [pool.submit(cook, what) for what in ("nuts", "figs")]
for dish in dishes:
    print(dish.result())
