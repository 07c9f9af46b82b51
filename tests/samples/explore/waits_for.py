import threading

cond = threading.Condition()
ready = False


def waiter():
    with cond:
        cond.wait_for(lambda: ready)
        print("awake")


def waker():
    global ready
    with cond:
        ready = True
        cond.notify()


a = threading.Thread(target=waiter)
b = threading.Thread(target=waker)
a.start()
b.start()
a.join()
b.join()
