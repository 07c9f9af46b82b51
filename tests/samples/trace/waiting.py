"""Waits for a condition, places, an event and others."""

import threading

ready = threading.Condition()
places = threading.Semaphore(1)
go = threading.Event()
meet = threading.Barrier(2)


def work():
    go.wait()
    with ready:
        ready.notify()
    meet.wait()


thread = threading.Thread(target=work)
with ready:
    thread.start()
    go.set()
    print(ready.wait(timeout=5))
meet.wait()
thread.join()
with ready:
    print(ready.wait(timeout=0.01))
with places:
    print(places.acquire(blocking=False))
print(threading.Event().wait(timeout=0.01))
