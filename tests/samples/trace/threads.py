"""Starts threads in every way."""

import _thread
import threading
import time
from time import sleep


class Worker(threading.Thread):
    def run(self):
        raise ValueError("no {braces}")


def forever():
    while True:
        time.sleep(60)


def raw():
    lock.release()


threading.Thread(target=forever, daemon=True).start()
worker = Worker(name="worker")
worker.start()
worker.join()
lock = _thread.allocate_lock()
lock.acquire()
_thread.start_new_thread(raw, ())
lock.acquire()
for number in range(2):
    threading.Thread(target=sleep, args=(0.01,), name=f"n{number}").start()
last = threading.Timer(0.2, print, ["late"])
last.start()
