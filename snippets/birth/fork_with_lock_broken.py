# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15"]
# runs = 2
# needs = ["linux"]
# trace = ["3.11"]
# facts.child = 'child got the lock: (\w+)'
# facts.said = ['(multi-threaded|child got)']
# facts.main = 'main got the lock: (\w+)'
# claims = [
#   "child == 'False' and main == 'True'",
#   "on 3.9, 3.11: said == ['child got']",
#   "on 3.13, 3.14, 3.15: said[0] == 'multi-threaded'",
# ]
# ///
"""Forks while a thread holds a lock; the child never gets it."""

import multiprocessing
import threading
import time
import warnings

lock = threading.Lock()


def write_log():
    with lock:
        time.sleep(0.3)  # step: writes the log


def child():
    got = lock.acquire(timeout=0.6)
    print("child got the lock:", got, flush=True)


if __name__ == "__main__":
    warnings.simplefilter("default")  # show those of the library, too
    context = multiprocessing.get_context("fork")
    threading.Thread(target=write_log).start()
    time.sleep(0.1)
    process = context.Process(target=child)
    process.start()
    process.join()
    print("main got the lock:", lock.acquire(timeout=0.6))
