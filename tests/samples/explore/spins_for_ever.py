import threading

flags = [False, False]


def work(me, other):
    flags[me] = True  # step: raises
    while flags[other]:  # step: looks
        pass
    flags[me] = False  # step: lowers


a = threading.Thread(target=work, args=(0, 1))
b = threading.Thread(target=work, args=(1, 0))
a.start()
b.start()
a.join()
b.join()
print("end")
