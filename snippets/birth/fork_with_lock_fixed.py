# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15"]
# runs = 2
# needs = ["linux"]
# facts.child = 'child got the lock: (\w+)'
# facts.main = 'main got the lock: (\w+)'
# claims = ["child == main == 'True'"]
# ///
"""Spawns while a thread holds a lock; the child has its own."""

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
    context = multiprocessing.get_context("spawn")
    threading.Thread(target=write_log).start()
    time.sleep(0.1)
    process = context.Process(target=child)
    process.start()
    process.join()
    print("main got the lock:", lock.acquire(timeout=0.6))
