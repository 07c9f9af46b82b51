# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 5
# facts.rounds = ['^ *(\d+) rounds?']
# facts.times = ['rounds? +(\d+)']
# facts.mean = 'on average: ([\d.]+)'
# facts.longest = 'longest: (\d+)'
# claims = [
#   "1.7 < mean < 2.3", "longest >= 5", "sum(times) == 1000",
# ]
# ///
"""Prints how many rounds it took when both cooks toss a coin."""

import collections
import random
import threading

other_side = {"left": "right", "right": "left"}
looked = threading.Barrier(2)
stepped = threading.Barrier(2)
needed = []


def walk(me, you, place):
    rounds = 0
    while place[me] == place[you]:
        looked.wait()
        if random.random() < 0.5:  # heads: step aside
            place[me] = other_side[place[me]]
        stepped.wait()
        rounds += 1
    if me == "A":
        needed.append(rounds)


def meet_a_thousand_times(me, you):
    for place in meetings:
        walk(me, you, place)


meetings = [{"A": "left", "B": "left"} for _ in range(1000)]
threads = [
    threading.Thread(target=meet_a_thousand_times, args=pair)
    for pair in ["AB", "BA"]
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

for rounds, times in sorted(collections.Counter(needed).items()):
    print(f"{rounds:2} round{'s' if rounds > 1 else ' '} {times:4}")
print("on average:", sum(needed) / 1000)
print("the longest:", max(needed))
