# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14",
#   "3.15", "3.13t"]
# lane = "alone"
# runs = 3
# timeout = 30
# facts.plus_equals = 'plus_equals +(\S+) %'
# facts.attribute = 'attribute +(\S+) %'
# facts.three_lines = 'three_lines +(\S+) %'
# facts.while_loop = 'while_loop +(\S+) %'
# facts.c_call = 'c_call +(\S+) %'
# facts.len_call = 'len_call +(\S+) %'
# facts.python_call = 'python_call +(\S+) %'
# claims = [
#   "min(c_call, python_call) > 0",
#   "sometimes on 3.8, 3.9, 3.13t: min(plus_equals, attribute, three_lines, while_loop) > 0",
#   "on 3.10, 3.11, 3.12, 3.13, 3.14, 3.15: max(plus_equals, attribute, three_lines, while_loop) == 0",
#   "sometimes on 3.8, 3.9, 3.10, 3.13t: len_call > 0",
#   "on 3.11, 3.12, 3.13, 3.14, 3.15: len_call == 0",
# ]
# ///
"""Prints what four threads lose with each of seven ways to count."""

import sys
import threading
from types import SimpleNamespace

TIMES = 250_000
TURNS = range(TIMES)
START = "def work():\n    global counter\n    start_line.wait()\n    "
# Each text becomes the body of the function that all threads run.
LOOPS = {
    "plus_equals": "for _ in TURNS: counter += 1",
    "attribute": "for _ in TURNS: box.counter += 1",
    "three_lines": "for _ in TURNS: n = counter; n += 1; counter = n",
    "while_loop": "i = TIMES\n    while i: counter += 1; i -= 1",
    "c_call": "for _ in TURNS: counter += int('1')",
    "len_call": "for _ in TURNS: counter += len('x')",
    "python_call": "for _ in TURNS: counter = same(counter) + 1",
}
box = SimpleNamespace()
start_line = threading.Barrier(4)


def same(number):
    return number


# Python asks a thread to make room after 5 ms. Ten times as often, a
# short run shows what otherwise takes a long one.
sys.setswitchinterval(0.0005)

for name, loop in LOOPS.items():
    counter = box.counter = 0
    made = {}
    exec(START + loop, globals(), made)
    threads = [threading.Thread(target=made["work"]) for _ in "ABCD"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lost = 4 * TIMES - counter - box.counter
    print(f"{name:12} {100 * lost / (4 * TIMES):5.3g} % lost")
