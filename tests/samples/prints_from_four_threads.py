"""Each thread prints lines of its own letter."""

import threading


def lines(letter):
    for _ in range(300):
        print(letter * 60 + "\n", end="")


threads = [threading.Thread(target=lines, args=(letter,)) for letter in "ABCD"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
