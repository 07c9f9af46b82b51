import threading

count = 0


def work():
    global count
    count += 1  # step: counts {count}


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
seen = count  # step: looks
a.join()
b.join()
print(seen)
