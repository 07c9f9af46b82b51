# /// script
# requires-python = ">=3.10"
# dependencies = ["py-spy==0.4.3"]
# [tool.interleave]
# on = ["3.11", "3.14", "3.15"]
# runs = 3
# timeout = 20
# needs = ["linux", "ptrace"]
# facts.threads = ['^Thread \d+ \([\w+]+\): "(\w+)"']
# facts.doing = ['^Thread \d+ \(([\w+]+)\)']
# facts.idle = ['^Thread \d+ \(idle\): "(\w+)"']
# facts.innermost = ['^Thread .*\n +([\w.<>]+) ']
# facts.before = 'before: (\d+)'
# facts.after = 'after: +(\d+)'
# claims = [
#   "threads == ['MainThread', 'adds_up', 'stirs', 'waits']",
#   "'waits' in idle and 'adds_up' not in idle",
#   "after > before",
# ]
# ///
"""Looks into a running program that knows nothing of it."""

import os
import queue
import subprocess
import sys
import threading
import time

rounds = 0


# --8<-- [start:show]
def adds_up():
    global rounds
    while True:
        for _ in range(1000):
            pass
        rounds += 1


def stirs():
    while True:
        time.sleep(0.05)


def waits(orders):
    orders.get()


def kitchen():
    for work, *args in [adds_up], [stirs], [waits, queue.Queue()]:
        name = work.__name__
        threading.Thread(None, work, name, args, daemon=True).start()
    while sys.stdin.readline():
        print(rounds, flush=True)


if sys.argv[1:]:
    kitchen()
else:
    pipe = subprocess.PIPE
    running = subprocess.Popen(
        [sys.executable, __file__, "kitchen"],
        stdin=pipe,
        stdout=pipe,
        text=True,
    )

    def ask():
        print("how many rounds?", file=running.stdin, flush=True)
        return running.stdout.readline()

    time.sleep(0.3)
    print("rounds before:", ask(), end="", flush=True)
    time.sleep(0.1)  # all threads are back at their work
    py_spy = os.path.join(os.path.dirname(sys.executable), "py-spy")
    subprocess.run([py_spy, "dump", "--pid", str(running.pid)])
    print("rounds after: ", ask(), end="")
    running.kill()
    running.wait()
# --8<-- [end:show]
