import threading

left = threading.Lock()
right = threading.Lock()


def work(first, second):
    while True:
        with first:
            if second.acquire(timeout=1):
                second.release()
                return


a = threading.Thread(target=work, args=(left, right))
b = threading.Thread(target=work, args=(right, left))
a.start()
b.start()
a.join()
b.join()
print("both done")
