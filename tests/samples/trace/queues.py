"""Fills a queue, empties it, and waits until all is done."""

import queue
import threading

items = queue.Queue(maxsize=1)
items.put("a")
try:
    items.put("b", timeout=0.01)
except queue.Full:
    print("full")
print(items.get())
threading.Timer(0.2, items.task_done).start()
items.join()
try:
    items.get(timeout=0.01)
except queue.Empty:
    print("empty")
simple = queue.SimpleQueue()
simple.put(1)
print(simple.get())
