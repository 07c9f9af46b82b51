# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15", "3.13t"]
# runs = 5
# needs = ["linux"]
# facts.alone = ['^\S+ rw-p .*\n(?:  holds the list.*\n)*  holds the stack of (\w+)$(?!\n(?:  holds the list.*\n)*  holds the stack)']
# facts.lists = ['holds the (list) of']
# facts.code = '^\S+ (\S+) .*/python[\d.t]+$'
# facts.read = 'main reads +(.+)'
# claims = [
#   "sorted(alone) == ['A', 'B', 'main']",
#   "len(lists) == 3 and code == 'r-xp'",
#   "read == \"['made by A'] ['made by B']\"",
# ]
# ///
"""Prints where one process keeps three stacks and three lists."""

import threading
import time

made = {}
done = threading.Event()


def work(name):
    made[name] = ["made by " + name]
    done.wait()


def stack_pointer(thread):
    # The kernel tells where on its stack a waiting thread stands.
    words = ["running"]
    while words == ["running"]:
        time.sleep(0.01)
        with open(f"/proc/self/task/{thread.native_id}/syscall") as f:
            words = f.read().split()
    return int(words[-2], 16)


threads = {"main": threading.main_thread()}
made["main"] = ["made by main"]
for name in "AB":
    threads[name] = threading.Thread(target=work, args=(name,))
    threads[name].start()

places = {}
for name, thread in threads.items():
    places[stack_pointer(thread)] = "stack of " + name
    places[id(made[name])] = "list of " + name

below = ""
with open("/proc/self/maps") as maps:
    for line in maps:
        start, end = (int(x, 16) for x in line.split()[0].split("-"))
        here = [places[at] for at in places if start <= at < end]
        if here and "---p" in below:
            print(*below.split())  # its neighbour: nobody may touch it
        if here or " r-xp " in line and "/bin/python" in line:
            print(*line.split())
        for what in here:
            print("  holds the", what)
        below = line

print("main reads", made["A"], made["B"])
done.set()
