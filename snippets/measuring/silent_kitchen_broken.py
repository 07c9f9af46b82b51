# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15"]
# runs = 2
# trace = ["3.11"]
# exit = 1
# facts.served = ['served (\w+)']
# facts.threads = ['^(?:Current thread|Thread) (0x\w+)']
# facts.waits_in = ['line \d+ in (\w+)$']
# facts.error = ['^(KeyError)']
# claims = [
#   "served == ['soup', 'cake']",
#   "error == ['KeyError']",
#   "len(threads) == 2",
#   "waits_in[0] == 'wait' and 'serve' in waits_in and 'cook' not in waits_in",
# ]
# ///
"""Serves two dishes, then hangs, and after a second says where."""

import faulthandler
import queue
import threading
import time

faulthandler.dump_traceback_later(1, exit=True)

RECIPES = {"soup": "leek", "cake": "flour", "bread": "flour"}
counter = queue.Queue()


def cook(orders):
    for dish in orders:
        time.sleep(0.05)  # step: cooks {dish}
        counter.put((dish, RECIPES[dish]))
    counter.put((None, None))  # nothing more comes


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
print("closed")
