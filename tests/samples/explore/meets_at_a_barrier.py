import threading

barrier = threading.Barrier(2)
seen = [0, 0]
wrote = [0, 0]


def work(me, other):
    wrote[me] = 1
    barrier.wait()
    seen[me] = wrote[other]


a = threading.Thread(target=work, args=(0, 1))
b = threading.Thread(target=work, args=(1, 0))
a.start()
b.start()
a.join()
b.join()
print(seen)
