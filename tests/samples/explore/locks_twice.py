import threading

lock = threading.@LOCK@()


def work():
    with lock:
        with lock:
            print("inside")


a = threading.Thread(target=work)
a.start()
a.join()
