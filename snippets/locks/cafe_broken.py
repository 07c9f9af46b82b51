# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 10
# explore = true
# facts.till = 'till \$(-?\d+)'
# facts.waiting = 'waiting: (.*)'
# claims = [
#   "till == 105 and waiting == 'soup'",
#   "possible: till == 105",
#   "possible: till == 110", "possible: till == 95",
#   "certain: waiting == 'soup'",
# ]
# ///
"""Prints what is in the till; it is right here, by good luck."""

import threading

# --8<-- [start:show]
orders = ["cake"]
till = 100
orders_lock = threading.Lock()
till_lock = threading.Lock()


def order(dish, price):
    global till
    with orders_lock:
        orders.append(dish)  # step: {dish} ordered
    with till_lock:
        seen = till  # step: reads {till}
        till = seen + price  # step: writes {till}


def refund(dish, price):
    global till
    with orders_lock:
        orders.remove(dish)  # step: {dish} cancelled
        seen = till  # step: reads {till}
        till = seen - price  # step: writes {till}


a = threading.Thread(target=order, args=("soup", 10))
b = threading.Thread(target=refund, args=("cake", 5))
# --8<-- [end:show]
a.start()
b.start()
a.join()
b.join()

print("waiting:", ", ".join(orders))
print(f"till ${till}")
