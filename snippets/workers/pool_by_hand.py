# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# explore = true
# facts.hellos = ['Hello, (\w+)']
# facts.answers = 'answers: (.+)'
# claims = [
#   "sorted(hellos) == ['Ann', 'Bob', 'Cleo']",
#   "certain: answers == 'Ann Bob Cleo'",
#   "possible: hellos == ['Bob', 'Cleo', 'Ann']",
#   "certain: hellos[0] != 'Cleo'",
# ]
# ///
"""Two workers take slips from a queue and greet three people."""

import queue
import threading

answers = [None, None, None]
slips = queue.Queue()
for slip in enumerate(["Ann", "Bob", "Cleo"]):
    slips.put(slip)
for _ in range(2):
    slips.put(None)  # for each worker: go home


def work():
    slip = slips.get()  # waits until there is one
    while slip is not None:
        number, name = slip
        print("Hello,", name)  # step: greets {name}
        answers[number] = name  # step: notes {name}
        slip = slips.get()


workers = [threading.Thread(target=work) for _ in range(2)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print("answers:", *answers)
