# /// script
# requires-python = ">=3.11"
# dependencies = ["mpi4py==4.1.2", "mpich==5.0.2"]
# [tool.interleave]
# command = "mpiexec -n 3 {python} {file}"
# trace = true
# runs = 5
# timeout = 30
# needs = ["linux"]
# facts.wall = ['^wall: +(.+)']
# facts.numbers = ['^(\d) ']
# facts.lamport = ['^\d (.+)']
# claims = [
#   "wall[0] == 'Rome gets an order' and wall[4] == 'Oslo sends an order'",
#   "numbers == [1, 1, 2, 3, 4, 5, 6, 7, 8]",
#   "lamport[2] == 'Oslo sends an order'",
#   "lamport[3] == 'Rome gets an order' and lamport[4] == 'Rome bakes'",
#   "lamport[5] == 'Rome sends a cake' and lamport[6] == 'Cork gets a cake'",
#   "lamport[7] == 'Cork sends thanks' and lamport[8] == 'Oslo gets thanks'",
#   "wall[3] == 'Oslo opens'",
# ]
# ///
"""Three cities sort their diaries, by wall clock and by counting."""

import time

from mpi4py import MPI

# --8<-- [start:show]
world = MPI.COMM_WORLD
city = ["Oslo", "Rome", "Cork"][world.rank]
wrong_by = [0, -60, 60][world.rank]  # seconds, of the clock on the wall


class Diary(list):
    """What happened in one city, with the times."""


number, diary = 0, Diary()


def note(what, heard=0):
    global number
    number = max(number, heard) + 1
    line = time.time() + wrong_by, number, f"{city} {what}"
    diary.append(line)  # step: {number}: {what}


def send(what, to):
    note(f"sends {what}")
    world.send((number, what), dest=to)


def receive(source):
    heard, what = world.recv(source=source)
    note(f"gets {what}", heard)


if city == "Oslo":
    note("opens")
    send("an order", to=1)
    receive(source=2)
elif city == "Rome":
    receive(source=0)
    note("bakes")
    send("a cake", to=2)
else:
    note("opens")
    receive(source=1)
    send("thanks", to=0)

diaries = world.gather(diary)
if city == "Oslo":
    lines = [line for one in diaries for line in one]
    for _, _, what in sorted(lines):
        print("wall:", what)
    for _, number, what in sorted(lines, key=lambda one: one[1:]):
        print(number, what)
# --8<-- [end:show]
