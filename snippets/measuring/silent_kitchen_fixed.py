# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15"]
# runs = 3
# trace = ["3.11"]
# facts.served = ['served (\w+)']
# facts.closed = ['^(closed)$']
# facts.error = ['^(KeyError)']
# claims = [
#   "served == ['soup', 'cake']",
#   "error == ['KeyError'] and closed == ['closed']",
# ]
# ///
"""Serves two dishes, tells the error, and closes."""

import faulthandler
import queue
import threading
import time

faulthandler.dump_traceback_later(1, exit=True)

RECIPES = {"soup": "leek", "cake": "flour", "bread": "flour"}
counter = queue.Queue()


# --8<-- [start:show]
def cook(orders):
    try:
        for dish in orders:
            time.sleep(0.05)  # step: cooks {dish}
            counter.put((dish, RECIPES[dish]))
    finally:
        # Whatever happens to the cook, the waiter is told.
        counter.put((None, None))


# --8<-- [end:show]


def serve():
    while True:
        dish, made_of = counter.get()
        if dish is None:
            break
        print("served", dish, flush=True)


orders = ["soup", "cake", "pizza", "bread"]
cook_thread = threading.Thread(target=cook, args=(orders,))
waiter_thread = threading.Thread(target=serve)
cook_thread.start()
waiter_thread.start()
waiter_thread.join()
cook_thread.join()
print("closed")
