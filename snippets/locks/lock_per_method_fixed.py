# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# explore = true
# facts.balance = 'balance \$(\d+)'
# claims = ["balance == 90", "certain: balance == 90"]
# ///
"""Prints $90: one account has one lock, whichever way money goes."""

import threading
import time


# --8<-- [start:show]
class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()

    def deposit(self, amount):
        with self.lock:
            seen = self.balance  # step: reads {seen}
            time.sleep(0.1)
            self.balance = seen + amount  # step: writes {self.balance}

    def withdraw(self, amount):
        with self.lock:
            seen = self.balance  # step: reads {seen}
            time.sleep(0.2)
            self.balance = seen - amount  # step: writes {self.balance}


# --8<-- [end:show]

account = Account(100)
a = threading.Thread(target=account.deposit, args=(20,))
b = threading.Thread(target=account.withdraw, args=(30,))
a.start()
b.start()
a.join()
b.join()

print(f"balance ${account.balance}")
