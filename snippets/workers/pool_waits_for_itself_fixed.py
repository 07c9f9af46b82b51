# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.13", "3.13t"]
# facts.served = ['^chopped (\w+)']
# claims = ["served == ['onions', 'nuts', 'figs']"]
# ///
"""All three dishes are served: a worker chops by itself."""

import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(2)


def chop(what):
    return f"chopped {what}"


def cook(what):
    time.sleep(0.1)  # heats the pan
    return chop(what)


print(pool.submit(cook, "onions").result())

dishes = [pool.submit(cook, what) for what in ("nuts", "figs")]
for dish in dishes:
    print(dish.result())
