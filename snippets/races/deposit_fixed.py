# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# facts.expected = 'expected \$(\d+)'
# facts.balance = 'balance  \$(\d+)'
# explore = true
# trace = true
# claims = ["balance == 120", "certain: balance == expected"]
# ///
"""Prints a balance of $120, as expected."""

import threading
import time

balance = 100
# --8<-- [start:show]
lock = threading.Lock()


def deposit(amount):
    global balance
    # One thread at a time gets in. The other waits at this line until
    # the first has left the indented block.
    with lock:
        seen = balance  # step: reads {balance}
        # Stands for what a real program does between read and write:
        # ask a database, check a limit. Without it the bad moment can
        # come as well, but so seldom that you would wait for it.
        time.sleep(0.1)
        new = seen + amount  # step: adds, gets {new}
        balance = new  # step: writes {balance}


# --8<-- [end:show]


a = threading.Thread(target=deposit, args=(10,))
b = threading.Thread(target=deposit, args=(10,))
a.start()
b.start()
a.join()
b.join()

print("expected $120")
print(f"balance  ${balance}")
