import threading

lock = threading.Lock()
count = 0


def work():
    global count
    seen = count  # step: reads
    count = seen + 1  # step: writes
    1 / (count - 1)  # step: divides by {count} - 1


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print("end")
