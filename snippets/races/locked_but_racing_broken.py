# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# facts.balance = 'balance  \$(\d+)'
# claims = ["balance == 110"]
# ///
"""Prints $110 where $120 was expected, with a lock at every access."""

import threading
import time

# --8<-- [start:show]
balance = 100
lock = threading.Lock()


def deposit(amount):
    global balance
    with lock:
        seen = balance  # step: reads {balance}
    # Nobody holds the lock here.
    time.sleep(0.1)
    with lock:
        balance = seen + amount  # step: writes {balance}


# --8<-- [end:show]


a = threading.Thread(target=deposit, args=(10,))
b = threading.Thread(target=deposit, args=(10,))
a.start()
b.start()
a.join()
b.join()

print("expected $120")
print(f"balance  ${balance}")
