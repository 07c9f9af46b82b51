# /// script
# requires-python = ">=3.10"
# dependencies = ["frontrun==0.7.0"]
# [tool.interleave]
# on = ["3.11"]
# runs = 3
# timeout = 30
# command = "{python} -m frontrun.cli {python} {file}"
# facts.holds = ['holds: (\w+)']
# facts.tried_open = 'found after (\d+)'
# facts.tried = ['tried: (\d+)']
# claims = [
#   "holds == ['False', 'True']",
#   "tried[0] >= 2 and tried[1] >= 1",
# ]
# ///
"""Has another tool look for the lost update, and for its absence."""

import threading

import frontrun


class Account:
    def __init__(self):
        self.balance = 100
        self.lock = threading.Lock()

    def deposit(self):
        seen = self.balance
        self.balance = seen + 10

    def deposit_with_lock(self):
        with self.lock:
            self.deposit()


for deposit in Account.deposit, Account.deposit_with_lock:
    result = frontrun.explore(
        setup=Account,
        workers=[deposit, deposit],
        invariant=lambda account: account.balance == 120,
    )
    print(deposit.__name__)
    print("  holds:", result.property_holds)
    print("  tried:", result.num_explored, "interleavings")
    if result.explanation:
        print(result.explanation)
