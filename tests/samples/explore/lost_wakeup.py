import threading

cond = threading.Condition()
ready = False


def waiter():
    if not ready:  # step: looks
        with cond:
            cond.wait()
    print("awake")


def waker():
    global ready
    ready = True  # step: is ready
    with cond:
        cond.notify()


a = threading.Thread(target=waiter)
b = threading.Thread(target=waker)
a.start()
b.start()
a.join()
b.join()
