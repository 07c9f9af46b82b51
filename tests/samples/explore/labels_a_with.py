import threading

lock = threading.@LOCK@()
count = 0


def work():
    global count
    with lock:@LABEL@
        count += 1  # step: counts


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print(count)
