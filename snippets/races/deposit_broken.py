# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# facts.expected = 'expected \$(\d+)'
# facts.balance = 'balance  \$(\d+)'
# explore = true
# trace = true
# claims = [
#   "expected == 120",
#   "balance == 110",
#   "possible: balance == 120",
# ]
# ///
"""Prints a balance of $110 where $120 was expected."""

import threading
import time

balance = 100


def deposit(amount):
    global balance
    seen = balance  # step: reads {balance}
    # Stands for what a real program does between read and write:
    # ask a database, check a limit. Without it the bad moment can
    # come as well, but so seldom that you would wait for it.
    time.sleep(0.1)
    new = seen + amount  # step: adds, gets {new}
    balance = new  # step: writes {balance}


a = threading.Thread(target=deposit, args=(10,))
b = threading.Thread(target=deposit, args=(10,))
a.start()
b.start()
a.join()
b.join()

print("expected $120")
print(f"balance  ${balance}")
