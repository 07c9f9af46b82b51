import threading

count = 0


def work():
    global count
    while True:
        count += 1  # step: counts


a = threading.Thread(target=work)
a.start()
