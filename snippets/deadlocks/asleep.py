# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.13t", "3.15"]
# lane = "alone"
# runs = 3
# needs = ["linux"]
# facts.states = ['[AB]: state (\w)']
# facts.sleeps_in = 'A: state \w, in (\w+)'
# facts.locked = 'deadlock +(\d+) ms'
# facts.asking = 'asking +(\d+) ms'
# claims = [
#   "states == ['S', 'S']",
#   "locked < 20 and asking > 50",
# ]
# ///
"""Prints what a deadlock costs, and where its threads stand."""

import faulthandler
import threading
import time

knife, board = threading.Lock(), threading.Lock()
both_hold_one = threading.Barrier(2)


def cook(first, second):
    with first:
        both_hold_one.wait()
        with second:
            print("cooks")


def asks_again_and_again():
    while not knife.acquire(blocking=False):
        pass


def cpu_ms_in_a_second():
    before = time.process_time()
    time.sleep(1)
    return round(1000 * (time.process_time() - before))


a = threading.Thread(target=cook, args=(knife, board), daemon=True)
b = threading.Thread(target=cook, args=(board, knife), daemon=True)
a.start()
b.start()
print("deadlock", cpu_ms_in_a_second(), "ms of CPU in a second")

for name, thread in [("A", a), ("B", b)]:
    folder = f"/proc/self/task/{thread.native_id}"
    state = open(f"{folder}/stat").read().rpartition(")")[2].split()[0]
    place = open(f"{folder}/wchan").read()
    print(f"{name}: state {state}, in {place}")
faulthandler.dump_traceback()

threading.Thread(target=asks_again_and_again, daemon=True).start()
print("asking  ", cpu_ms_in_a_second(), "ms of CPU in a second")
