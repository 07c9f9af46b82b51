import itertools
import threading

turns = itertools.cycle("ab")


def work():
    for _ in range(3):
        next(turns)  # step: turns


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print(next(turns))
