# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# facts.balance = 'balance +\$(-?\d+)'
# facts.paid = 'paid out \$(\d+)'
# claims = ["balance == 0", "paid == 100"]
# ///
"""Prints a balance of $0: the second withdrawal was refused."""

import threading
import time

balance = 100
paid_out = []
# --8<-- [start:show]
lock = threading.Lock()


def withdraw(amount):
    global balance
    # Check and act belong together: a lock around the act alone
    # would come too late.
    with lock:
        if balance >= amount:
            time.sleep(0.1)
            balance -= amount
            paid_out.append(amount)


# --8<-- [end:show]


a = threading.Thread(target=withdraw, args=(100,))
b = threading.Thread(target=withdraw, args=(100,))
a.start()
b.start()
a.join()
b.join()

print(f"paid out ${sum(paid_out)}")
print(f"balance  ${balance}")
