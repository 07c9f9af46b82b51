# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.13t"]
# runs = 2
# timeout = 1.5
# hangs = true
# explore = true
# facts.told = ['(served|eats \w+)']
# claims = [
#   "hung and told == ['served']",
#   "possible: end == 'deadlock'", "possible: end == 'finished'",
# ]
# ///
"""Hangs: bread is there, and the one who waits for soup is woken."""

import threading
import time

# --8<-- [start:show]
table = set()
changed = threading.Condition()


def eat(dish):
    with changed:
        changed.wait_for(lambda: dish in table)
        table.remove(dish)  # step: eats {dish}
    print("somebody eats", dish)


def serve():
    time.sleep(0.2)
    with changed:
        table.add("bread")  # step: serves bread
        changed.notify()
    print("bread is served")


# --8<-- [end:show]

soup = threading.Thread(target=eat, args=("soup",), daemon=True)
bread = threading.Thread(target=eat, args=("bread",))
server = threading.Thread(target=serve)
soup.start()
time.sleep(0.2)
bread.start()
server.start()
bread.join()
server.join()
