import threading

balance = 100


def deposit(amount):
    global balance
    seen = balance  # step: reads {balance}
    new = seen + amount  # step: adds, gets {new}
    balance = new  # step: writes {balance}


threads = [threading.Thread(target=deposit, args=(10,)) for _ in range(@THREADS@)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(balance)
