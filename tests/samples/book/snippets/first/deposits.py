# /// script
# [tool.interleave]
# explore = true
# trace = true
# facts.balance = 'balance (\d+)'
# claims = ["balance == 110", "possible: balance == 120"]
# ///
"""Prints a balance, and loses a deposit."""

import threading
import time

balance = 100


def deposit(amount):
    global balance
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
