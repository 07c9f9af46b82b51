# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# facts.balance = 'balance  \$(\d+)'
# claims = ["balance == 120"]
# ///
"""Prints $120, with one lock around the read and the write together."""

import threading
import time

balance = 100
# --8<-- [start:show]
lock = threading.Lock()


def deposit(amount):
    global balance
    with lock:
        seen = balance  # step: reads {balance}
        # The lock is held all the way from the read to the write.
        time.sleep(0.1)
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
