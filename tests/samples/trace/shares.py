"""Two processes by @METHOD@ share everything."""

import multiprocessing
import time


def work(lock, results, end, total, go, ready, meet, places):
    with lock:
        time.sleep(0.01)  # step: sleeps
    total.value = 1
    results.put("hello")
    end.send(end.recv() + 1)
    go.wait()
    with ready:
        ready.notify()
    meet.wait()
    with places:
        pass


if __name__ == "__main__":
    context = multiprocessing.get_context("@METHOD@")
    the_lock = context.Lock()
    results = context.Queue()
    mine, other = context.Pipe()
    total = context.Value("i", 0)
    go, ready = context.Event(), context.Condition()
    meet, places = context.Barrier(2), context.Semaphore(1)
    given = (the_lock, results, other, total, go, ready, meet, places)
    child = context.Process(target=work, args=given)
    with ready:
        child.start()
        print(results.get())
        mine.send(41)
        print(mine.recv())
        go.set()
        ready.wait()
    meet.wait()
    child.join()
