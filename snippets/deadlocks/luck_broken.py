# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15", "3.13t"]
# timeout = 120
# facts.rounds = ['(\d+) rounds?:']
# facts.stuck = ['stuck (\d+) of 10']
# facts.ten_thousand = ' 10000 rounds: stuck (\d+)'
# facts.most = '100000 rounds: stuck (\d+)'
# claims = [
#   "on 3.9, 3.11, 3.13, 3.14, 3.15: stuck[0] == 0",
#   "on 3.9, 3.11, 3.13, 3.14, 3.15: most > 5",
# ]
# ///
"""The same two cooks, ten evenings each: how many end stuck?"""

import threading


def chop(first, second, rounds, done, me):
    for _ in range(rounds):
        with first:
            sum(range(10))  # sharpens the knife, rubs the board
            with second:
                done[me] += 1


def gets_stuck(rounds):
    knife, board, done = threading.Lock(), threading.Lock(), [0, 0]
    cooks = [
        threading.Thread(target=chop, args=args, daemon=True)
        for args in [
            (knife, board, rounds, done, 0),
            (board, knife, rounds, done, 1),
        ]
    ]
    for cook in cooks:
        cook.start()
    while any(cook.is_alive() for cook in cooks):
        before = list(done)
        for cook in cooks:
            cook.join(0.2)
        if done == before and all(cook.is_alive() for cook in cooks):
            return True
    return False


for rounds in (1, 100, 10_000, 100_000):
    stuck = sum(gets_stuck(rounds) for _ in range(10))
    print(f"{rounds:6} rounds: stuck {stuck} of 10")
