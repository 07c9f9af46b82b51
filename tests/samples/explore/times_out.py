import threading

lock = threading.Lock()


def work(name):
    if lock.acquire(timeout=1):
        lock.release()
    else:
        print(name, "gave up")


a = threading.Thread(target=work, args="A")
b = threading.Thread(target=work, args="B")
a.start()
b.start()
a.join()
b.join()
