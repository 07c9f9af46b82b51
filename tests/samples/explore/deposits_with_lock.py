import threading

balance = 100
lock = threading.@LOCK@()


def deposit(amount):
    global balance
    with lock:
        seen = balance  # step: reads {balance}
        new = seen + amount  # step: adds, gets {new}
        balance = new  # step: writes {balance}


a = threading.Thread(target=deposit, args=(10,))
b = threading.Thread(target=deposit, args=(10,))
a.start()
b.start()
a.join()
b.join()
print(balance)
