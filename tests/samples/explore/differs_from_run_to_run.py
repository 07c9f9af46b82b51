import threading

runs = threading.__dict__.setdefault("runs", [])
runs.append(1)


def work():
    count = len(runs)  # step: counts
    count += 1  # step: adds


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
