# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15", "3.13t"]
# runs = 6
# timeout = 40
# facts.append = 'append +(\d+)'
# facts.pop = '^pop +(\d+)'
# facts.setdefault = 'setdefault +(\d+)'
# facts.plus = '\+= 1 +(\d+)'
# facts.check = 'look, then pop +(\d+)'
# facts.walk = 'walk +(\d+)'
# claims = [
#   "append == pop == setdefault == 0",
#   "sometimes on 3.13t: plus > 0", "on 3.11, 3.15: plus == 0",
#   "sometimes on 3.13t: check > 0",
#   "sometimes: walk > 0",
# ]
# ///
"""Prints what went wrong when four threads shared a list and a dict."""

import threading

MANY = range(50_000)
shelf, board, wrong = [], {"eggs": 0}, []
won = dict.fromkeys("ABCD", 0)
taken = {name: [] for name in "ABCD"}


# --8<-- [start:show]
def append(me):
    for i in MANY:
        shelf.append((me, i))


def pop(me):
    for _ in MANY:
        taken[me].append(shelf.pop())


def setdefault(me):
    for i in MANY:
        won[me] += board.setdefault(i, me) == me


def plus(me):
    for _ in range(250_000):
        board["eggs"] += 1


def look_then_pop(me):
    for i in MANY:
        if i in board:
            try:
                board.pop(i)
            except KeyError:
                wrong.append("another thread was faster")


def walk(me):
    for i in MANY[:300]:
        board[me, i] = i
        try:
            for _ in board:
                pass
        except RuntimeError:
            wrong.append("changed size during iteration")


# --8<-- [end:show]


def four_threads(work):
    def run(me):
        start_line.wait()
        work(me)

    start_line = threading.Barrier(4)
    threads = [threading.Thread(target=run, args=(x,)) for x in "ABCD"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = len(wrong)
    wrong.clear()
    return found


all_of_them = 4 * len(MANY)
four_threads(append)
print("append        ", all_of_them - len(set(shelf)), "lost")
four_threads(pop)
got = set().union(*taken.values())
print("pop           ", all_of_them - len(got), "lost")
four_threads(setdefault)
print("setdefault    ", sum(won.values()) - len(MANY), "won twice")
four_threads(plus)
print("+= 1          ", 1_000_000 - board["eggs"], "lost")
print("look, then pop", four_threads(look_then_pop), "too late")
print("walk          ", four_threads(walk), "broken off")
