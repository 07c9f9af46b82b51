# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14",
#   "3.15", "3.13t"]
# runs = 3
# facts.balance = 'balance  \$(\d+)'
# claims = ["balance == 110"]
# ///
"""Prints a balance of $110, because a barrier forces the bad order."""

import threading

# --8<-- [start:show]
balance = 100
both_have_read = threading.Barrier(2)


def deposit(amount):
    global balance
    seen = balance  # step: reads {balance}
    # Nobody passes a barrier until as many threads as it was made for
    # have come to it: no write before both reads. No clock is involved.
    both_have_read.wait()
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
