# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15", "3.13t"]
# runs = 5
# timeout = 30
# exit = [0, -11]
# claims = [
#   "on 3.11, 3.15: exit == 0 and 'served' in output",
#   "sometimes on 3.13t: exit == -11",
# ]
# ///
"""Shares a generator between two threads, which may crash Python."""

import faulthandler
import threading

# If the interpreter crashes, say where each thread stood.
faulthandler.enable()


def serve(dishes):
    try:
        for _ in dishes:
            pass
    except ValueError:
        pass  # the other thread is inside the generator just now


for _ in range(1000):
    dishes = (number for number in range(2000))
    a = threading.Thread(target=serve, args=(dishes,))
    b = threading.Thread(target=serve, args=(dishes,))
    a.start()
    b.start()
    a.join()
    b.join()

print("served 1000 generators")
