# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.15", "3.13t"]
# facts.after_one = 'given back once: +B gets it: (\w+)'
# facts.after_two = 'given back twice: +B gets it: (\w+)'
# facts.lock_by_b = 'B gives back the Lock of A: +(.+)'
# facts.rlock_by_b = 'B gives back the RLock of A: +(.+)'
# claims = [
#   "after_one == 'False' and after_two == 'True'",
#   "lock_by_b == 'done'",
#   "rlock_by_b == 'RuntimeError'",
# ]
# ///
"""Prints who may give back a lock, and how often an RLock must be."""

from concurrent.futures import ThreadPoolExecutor
from threading import Lock, RLock

# --8<-- [start:show]
b = ThreadPoolExecutor(1)  # thread B; A is the main thread


def give_back(lock):
    try:
        lock.release()
        return "done"
    except RuntimeError:
        return "RuntimeError"


rlock = RLock()
rlock.acquire()
rlock.acquire()
rlock.release()
# blocking=False: do not wait, say whether you got it.
got = b.submit(rlock.acquire, blocking=False).result()
print("RLock taken twice, given back once:  B gets it:", got)
rlock.release()
got = b.submit(rlock.acquire, blocking=False).result()
print("RLock taken twice, given back twice: B gets it:", got)

lock, rlock = Lock(), RLock()
lock.acquire()
rlock.acquire()
for one, name in (lock, "Lock"), (rlock, "RLock"):
    answer = b.submit(give_back, one).result()
    print(f"B gives back the {name} of A: {answer}")
# --8<-- [end:show]
