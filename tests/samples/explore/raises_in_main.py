import threading

lock = threading.Lock()


def work():
    with lock:
        print("the other goes on")


with lock:
    a = threading.Thread(target=work)
    a.start()
    raise ValueError("no")
