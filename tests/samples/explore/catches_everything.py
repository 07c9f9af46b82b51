import threading

lock = threading.Lock()


def work():
    while True:
        try:
            with lock:
                pass
        except BaseException:
            pass


lock.acquire()
threading.Thread(target=work).start()
