# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14",
#   "3.15", "3.13t"]
# facts.results = ['= \$(\d+)']
# facts.schedules = '(\d+) schedules'
# facts.end_110 = '\$110: (\d+)'
# facts.end_120 = '\$120: (\d+)'
# claims = [
#   "schedules == 6 and len(results) == 6",
#   "end_110 == 4 and end_120 == 2",
#   "results == [120, 110, 110, 110, 110, 120]",
# ]
# ///
"""Prints all 6 orders of two deposits, each run on real threads."""

import threading
from itertools import permutations


def deposit(name):
    global balance
    may_go[name].acquire()
    seen = balance
    done.append(f"{name} reads {seen}")
    step_over.release()

    may_go[name].acquire()
    balance = seen + 10
    done.append(f"{name} writes {balance}")
    step_over.release()


results = []
for schedule in sorted(set(permutations("AABB"))):
    balance = 100
    done = []
    step_over = threading.Semaphore(0)
    may_go = {name: threading.Semaphore(0) for name in "AB"}
    for name in "AB":
        threading.Thread(target=deposit, args=(name,)).start()
    # Each name lets that thread do one step, and waits for its end.
    for name in schedule:
        may_go[name].release()
        step_over.acquire()
    results.append(balance)
    print(f"{', '.join(done)} = ${balance}")

print(len(results), "schedules")
for end in sorted(set(results)):
    print(f"${end}: {results.count(end)}")
