# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15"]
# lane = "alone"
# runs = 3
# facts.default = 'by itself +([\d.]+) ms'
# facts.asked_1 = '^ +1 ms +([\d.]+) ms'
# facts.asked_5 = '^ +5 ms +([\d.]+) ms'
# facts.asked_20 = '^ +20 ms +([\d.]+) ms'
# facts.passed_over = '^(\d+) times'
# claims = [
#   "default == 5",
#   "asked_1 > 0.9 and asked_5 > 4.5 and asked_20 > 18",
#   "sometimes: asked_1 < asked_5 < asked_20",
#   "passed_over > 0",
# ]
# ///
"""Prints how long a thread's turn lasts, and who has the next one."""

import statistics
import sys
import textwrap
import threading
import time


def compute(letter):
    global running
    now = time.perf_counter()
    while now < stop:
        if running != letter:
            running = letter
            turns.append((now, letter))
        now = time.perf_counter()


print(f"by itself {1000 * sys.getswitchinterval():4g} ms")
print("asked for  a turn lasts")
for interval in 0.001, 0.020, 0.005:
    sys.setswitchinterval(interval)
    running, turns = "", []
    stop = time.perf_counter() + 0.6
    threads = [
        threading.Thread(target=compute, args=(x,)) for x in "ABC"
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lengths = [b - a for (a, _), (b, _) in zip(turns, turns[1:])]
    middle = 1000 * statistics.median(lengths)
    print(f"{1000 * interval:6g} ms {middle:9.2f} ms")

order = "".join(letter for _, letter in turns)
print("the turns of about 5 ms, in order:")
print(textwrap.fill(order, 60))
passed_over = sum(a == b for a, b in zip(order, order[2:]))
print(f"{passed_over} times a thread had two turns, and another none")
