import threading

x = 0
log = []


def get(name):
    log.append(name)  # step: gets
    return 1


def plus():
    global x
    x = x + get("plus")


def in_a_loop():
    global x
    for _ in "aa":
        x = sum(get(n) for n in "b")
    print(list(map(get, "ee")))


def at_last():
    try:
        return x
    finally:
        get("finally")


def returns():
    global x
    x = at_last()


threads = [threading.Thread(target=f) for f in (plus, in_a_loop, returns)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(x)
