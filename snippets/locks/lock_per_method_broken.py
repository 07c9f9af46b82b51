# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# explore = true
# facts.balance = 'balance \$(\d+)'
# claims = [
#   "balance == 70",
#   "possible: balance == 90", "possible: balance == 120",
# ]
# ///
"""Prints a balance that two methods changed, each with a lock."""

import threading
import time


# --8<-- [start:show]
class Account:
    def __init__(self, balance):
        self.balance = balance
        self.deposit_lock = threading.Lock()
        self.withdraw_lock = threading.Lock()

    def deposit(self, amount):
        with self.deposit_lock:
            seen = self.balance  # step: reads {seen}
            time.sleep(0.1)
            self.balance = seen + amount  # step: writes {self.balance}

    def withdraw(self, amount):
        with self.withdraw_lock:
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
