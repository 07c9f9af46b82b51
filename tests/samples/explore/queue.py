import queue
import threading

box = queue.Queue(maxsize=1)


def produce():
    for i in range(3):
        box.put(i)
    box.put(None)


def consume():
    got = []
    while (item := box.get()) is not None:
        got.append(item)
    print(got)


a = threading.Thread(target=produce)
b = threading.Thread(target=consume)
a.start()
b.start()
a.join()
b.join()
