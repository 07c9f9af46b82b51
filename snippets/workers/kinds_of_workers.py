# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15", "3.13t"]
# timeout = 30
# facts.kinds = ['^(\w+) +\d']
# facts.pids = ['^\w+ +(\d)']
# facts.tids = ['^\w+ +\d +(\d)']
# facts.main_is_there = ['(yes|no) +\[']
# facts.board = ['(\[.*\])$']
# claims = [
#   "pids[0] == 1 and main_is_there[0] == 'yes'",
#   "pids[1] > 1 and main_is_there[1] == 'no'",
#   "tids[0] == 3 and tids[1] == pids[1]",
#   "board[0] == \"['pepper', 'pepper', 'pepper']\"",
#   "board[1] == '[]'",
#   "on 3.15: pids[2] == 1 and tids[2] > 1 and board[2] == '[]'",
# ]
# ///
"""Prints what the workers of each pool are, and what they share."""

import os
import threading
import time
from concurrent import futures

POOLS = [
    "ThreadPoolExecutor",
    "ProcessPoolExecutor",
    "InterpreterPoolExecutor",  # since Python 3.14
]
board = []


def note(word):
    board.append(word)
    time.sleep(0.3)  # so that the others get a slip as well
    return os.getpid(), threading.get_native_id()


if __name__ == "__main__":
    print("workers       PIDs  TIDs  in main  main's board")
    for name in POOLS:
        if hasattr(futures, name):
            board.clear()
            with getattr(futures, name)(3) as pool:
                answers = list(pool.map(note, ["pepper"] * 3))
            pids = {pid for pid, _ in answers}
            tids = {tid for _, tid in answers}
            here = "yes" if os.getpid() in pids else "no"
            kind = name.replace("PoolExecutor", "")
            print(
                f"{kind:14}{len(pids):4}{len(tids):6}  {here:>7}",
                end="",
            )
            print(" ", board)
