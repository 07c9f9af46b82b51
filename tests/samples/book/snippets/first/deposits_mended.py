# /// script
# [tool.interleave]
# explore = true
# runs = 1
# facts.balance = 'balance (\d+)'
# claims = ["certain: balance == 120"]
# ///
"""Prints a balance, and loses nothing."""

import threading
import time

balance = 100
lock = threading.Lock()


def deposit(amount):
    global balance
    with lock:
        seen = balance  # step: reads {balance}
        time.sleep(0.05)
        balance = seen + amount  # step: writes {balance}


a = threading.Thread(target=deposit, args=(10,))
b = threading.Thread(target=deposit, args=(10,))
a.start()
b.start()
a.join()
b.join()

print("balance", balance)
