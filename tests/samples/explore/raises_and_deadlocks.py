import threading

lock = threading.Lock()


def work():
    lock.acquire()
    raise ValueError("with the lock")


for _ in "AB":
    threading.Thread(target=work).start()
