import queue
import threading

box = queue.Queue()
total = 0


def add():
    global total
    total += box.get()


threads = [threading.Thread(target=add) for _ in "AB"]
for thread in threads:
    thread.start()
box.put(1)
box.put(2)
for thread in threads:
    thread.join()
print(total)
