# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15"]
# runs = 2
# facts.main = 'main is PID (\d+)'
# facts.names = ['Hello (\w+)']
# facts.pids = ['from PID (\d+)']
# claims = [
#   "sorted(names) == ['Ada', 'Alan', 'Edsger', 'Grace']",
#   "main not in pids",
# ]
# ///
"""Lets a pool of four processes say hello."""

import multiprocessing
import os
import time

NAMES = ["Ada", "Grace", "Alan", "Edsger"]


def say_hello(name):
    time.sleep(0.3)
    print(f"Hello {name}, from PID {os.getpid()}", flush=True)


if __name__ == "__main__":
    print("main is PID", os.getpid(), flush=True)
    with multiprocessing.Pool(4) as pool:
        pool.map(say_hello, NAMES)
