import threading

balance = 100
lock = threading.Lock()


def withdraw(amount):
    global balance
    if balance >= amount:  # step: checks {balance}
        balance -= amount  # step: takes, leaves {balance}


def withdraw_with_lock(amount):
    with lock:
        withdraw(amount)


threads = [threading.Thread(target=@TARGET@, args=(100,)) for _ in "ABC"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(balance)
