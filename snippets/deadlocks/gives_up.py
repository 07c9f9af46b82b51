# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.13t", "3.15"]
# runs = 3
# explore = true
# facts.ann = 'Ann (\d+)'
# facts.bob = 'Bob (\d+)'
# facts.gave_up = 'gave up: (.+)'
# claims = [
#   "ann == 110 and bob == 90 and gave_up == 'Ann'",
#   "certain: end != 'deadlock'",
#   "possible: gave_up == 'Ann and Bob'",
# ]
# ///
"""Prints both balances, and who gave up: nobody waits for ever."""

import threading
import time

balance = {"Ann": 100, "Bob": 100}
lock = {"Ann": threading.Lock(), "Bob": threading.Lock()}
gave_up = set()


def transfer(source, target, amount, patience):
    first, second = lock[source], lock[target]
    while True:
        with first:
            time.sleep(0.1)
            if second.acquire(timeout=patience):
                balance[source] -= amount  # step: takes {amount}
                balance[target] += amount  # step: gives {amount}
                second.release()
                return
        # It has let go of its lock. The pause lets others have it.
        gave_up.add(source)  # step: gives up
        time.sleep(0.1)


a = threading.Thread(target=transfer, args=("Ann", "Bob", 10, 0.2))
b = threading.Thread(target=transfer, args=("Bob", "Ann", 20, 5))
a.start()
b.start()
a.join()
b.join()

print("Ann", balance["Ann"])
print("Bob", balance["Bob"])
print("gave up:", " and ".join(sorted(gave_up)) or "nobody")
