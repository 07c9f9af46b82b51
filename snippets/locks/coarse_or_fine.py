# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# lane = "alone"
# runs = 3
# trace = true
# facts.one_lock = 'one lock for all: +([\d.]+) s'
# facts.lock_each = 'a lock for each: +([\d.]+) s'
# claims = ["one_lock >= 0.6", "sometimes: lock_each < one_lock"]
# ///
"""Prints how long three payments take with one lock, and with three."""

import threading
import time


# --8<-- [start:show]
class Account:
    def __init__(self, lock):
        self.balance = 100
        self.lock = lock

    def pay(self, amount):
        with self.lock:
            time.sleep(0.2)  # stands for slow work
            self.balance -= amount


def three_payments(locks):
    """Each to an account of its own, all at the same time."""
    accounts = [Account(lock) for lock in locks]
    threads = [
        threading.Thread(target=one.pay, args=(10,)) for one in accounts
    ]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - start


lock = threading.Lock()
took = three_payments([lock, lock, lock])
print(f"one lock for all: {took:.2f} s")
own = [threading.Lock() for _ in range(3)]
took = three_payments(own)
print(f"a lock for each:  {took:.2f} s")
# --8<-- [end:show]
