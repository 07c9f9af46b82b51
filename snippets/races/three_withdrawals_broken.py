# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# explore = true
# runs = 3
# facts.balance = 'balance +\$(-?\d+)'
# facts.paid = 'paid out \$(\d+)'
# claims = [
#   "balance == -200",
#   "paid == 300",
#   "possible: balance == 0",
#   "possible: balance == -100",
# ]
# ///
"""Pays $300 out of an account that held $100."""

import threading
import time

balance = 100
paid_out = []


def withdraw(amount):
    global balance
    if balance >= amount:  # step: checks: {balance} is there
        time.sleep(0.1)
        balance -= amount  # step: takes, leaves {balance}
        paid_out.append(amount)


threads = []
for _ in range(3):
    threads.append(threading.Thread(target=withdraw, args=(100,)))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print(f"paid out ${sum(paid_out)}")
print(f"balance  ${balance}")
