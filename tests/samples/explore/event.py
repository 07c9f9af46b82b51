import threading

event = threading.Event()
value = 0


def setter():
    global value
    value = 1
    event.set()


def waiter():
    print(event.wait(1), value)


a = threading.Thread(target=setter)
b = threading.Thread(target=waiter)
a.start()
b.start()
a.join()
b.join()
