# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# facts.balance = 'balance +\$(-?\d+)'
# facts.paid = 'paid out \$(\d+)'
# claims = ["balance == -100", "paid == 200"]
# ///
"""Prints a balance below zero, though every withdrawal checked it."""

import threading
import time

balance = 100
paid_out = []


def withdraw(amount):
    global balance
    if balance >= amount:
        # Counting the notes takes a moment, and what was true at the
        # check can be false at the end of it.
        time.sleep(0.1)
        balance -= amount
        paid_out.append(amount)


a = threading.Thread(target=withdraw, args=(100,))
b = threading.Thread(target=withdraw, args=(100,))
a.start()
b.start()
a.join()
b.join()

print(f"paid out ${sum(paid_out)}")
print(f"balance  ${balance}")
