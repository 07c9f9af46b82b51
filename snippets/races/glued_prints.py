# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.15"]
# runs = 10
# facts.buffered = 'usual print: (\d+)'
# facts.unbuffered = 'unbuffered: (\d+)'
# claims = [
#   "sometimes: unbuffered > 0",
#   "on 3.9, 3.11, 3.13, 3.15: buffered == 0",
# ]
# ///
"""Prints how many of 4000 printed lines were glued to another."""

import io
import threading


def chatter(letter, log):
    for _ in range(1000):
        print(letter * 10, file=log)


def run_four_threads(log):
    threads = [
        threading.Thread(target=chatter, args=(letter, log))
        for letter in "ABCD"
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def report(name):
    with open("log.txt") as log:
        glued = [line for line in log if len(line.strip()) > 10]
    print(f"{name}: {len(glued)} of 4000 lines glued to another")
    if glued:
        print("  such as", glued[0].strip())


# As on a terminal: a line is kept back until its newline has come.
with open("log.txt", "w", buffering=1) as log:
    run_four_threads(log)
report("usual print")

# As with PYTHONUNBUFFERED=1: print() hands over the text, then the
# newline, and another thread can come in between.
with open("log.txt", "wb", buffering=0) as raw:
    run_four_threads(io.TextIOWrapper(raw, write_through=True))
report("unbuffered")
