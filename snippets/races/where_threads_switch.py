# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.10", "3.11", "3.13", "3.15"]
# lane = "alone"
# runs = 3
# timeout = 30
# facts.plain_between = 'plain: (\d+) of \d+ stops'
# facts.plain_stops = 'plain: \d+ of (\d+) stops'
# facts.plain_lost = 'plain: [^:]* and (\d+) of our'
# facts.call_between = 'with_call: (\d+) of \d+ stops'
# facts.call_stops = 'with_call: \d+ of (\d+) stops'
# facts.call_lost = 'with_call: [^:]* and (\d+) of our'
# claims = [
#   "plain_stops > 20 and call_stops > 20",
#   "call_between > 0 and call_lost > 0",
#   "on 3.9: plain_between > 0 and plain_lost > 0",
#   "on 3.10, 3.11, 3.13, 3.15: plain_between == plain_lost == 0",
#   "on 3.10, 3.11, 3.13, 3.15: call_lost == call_between",
# ]
# ///
"""Prints where in its loop a thread stood each time it was stopped."""

import dis
import sys
import threading
import time


def plain():
    global counter
    for _ in range(3_000_000):
        counter += 1


def with_call():
    global counter
    for _ in range(3_000_000):
        counter += int("1")


# Ask the worker to make room after 0.5 ms, not 5: more stops to see.
sys.setswitchinterval(0.0005)
for work in plain, with_call:
    counter = mark = lost = between = holds = 0
    places = []
    worker = threading.Thread(target=work)
    worker.start()
    while counter == 0:
        time.sleep(0.0005)
    frame = sys._current_frames()[worker.ident]
    while worker.is_alive():
        # The worker stands still. Write a mark, note where it stands.
        counter = mark = mark + 10**9
        places.append(frame.f_lasti)
        while counter == mark and worker.is_alive():
            time.sleep(0.0005)
        lost += counter < mark
    total = len(places)
    for step in dis.get_instructions(work):
        count = places.count(step.offset)
        # In the rows marked | the worker holds an old copy of counter.
        touches = step.argval == "counter"
        if touches:
            holds = not holds
        between += count * holds
        if touches or holds or count:
            text = f"{' |'[holds]} {step.opname:14} {step.argrepr:11}"
            print(text, f"{'#' * (30 * count // total):30}", count)
    print(f"{work.__name__}: {between} of {total} stops between read")
    print(f"and write, and {lost} of our {total} marks overwritten\n")
