"""Takes locks in every way."""

import threading
from threading import Lock

lock = Lock()
forks = [Lock() for _ in range(2)]
table = {"in": threading.RLock()}


class Account:
    def __init__(self):
        self.lock = threading.Lock()


def work(given):
    own = threading.Lock()
    with own, given:
        pass


account = Account()
with lock:
    print(lock.acquire(blocking=False))
    print(lock.acquire(timeout=0.01))
with forks[1]:
    pass
with table["in"]:
    with table["in"]:
        pass
work(account.lock)
exec("made = __import__('threading').Lock()\nwith made: pass")
try:
    Lock().release()
except RuntimeError as error:
    print(error)
