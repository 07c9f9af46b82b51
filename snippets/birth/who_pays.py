# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15", "3.13t"]
# runs = 2
# timeout = 20
# needs = ["linux"]
# facts.rss = ['^\w+ ?\w+ +(\d+) ']
# facts.pss = ['^\w+ ?\w+ +\d+ +(\d+) ']
# facts.idle_rss = 'nothing +(\d+)'
# facts.idle_pss = 'nothing +\d+ +(\d+)'
# facts.idle = 'nothing +\d+ +\d+ +(\d+)'
# facts.read_block = 'read_block +\d+ +\d+ +(\d+)'
# facts.read_numbers = 'read_numbers +\d+ +\d+ +(\d+)'
# facts.write_block = 'write_block +\d+ +\d+ +(\d+)'
# claims = [
#   "min(rss) > 60 and max(rss) < 1.1 * min(rss)",
#   "idle < 5 and read_block < 5",
#   "read_numbers > 20 and write_block > 30",
#   "abs(2 * idle_pss - idle_rss) < 10",
# ]
# ///
"""Prints the memory of a forked child, by what the child does."""

import mmap
import os
import signal

numbers = list(range(1_000_000, 2_000_000))
block = bytearray(b"x") * 40_000_000


def read_block():
    block.count(b"y")


def read_numbers():
    for number in numbers:
        pass


def write_block():
    for place in range(0, len(block), mmap.PAGESIZE):
        block[place] = 0


def memory(pid):
    size = {}
    with open(f"/proc/{pid}/smaps_rollup") as file:
        for line in list(file)[1:]:
            name, kilobytes, _ = line.split()
            size[name] = int(kilobytes) // 1000
    private = size["Private_Clean:"] + size["Private_Dirty:"]
    return f"{size['Rss:']:5} {size['Pss:']:5} {private:5}"


print("the child            RSS   PSS   USS  in MB", flush=True)
for act in None, read_block, read_numbers, write_block:
    child = os.fork()
    if child == 0:
        if act:
            act()
        os.kill(os.getpid(), signal.SIGSTOP)
    os.waitpid(child, os.WUNTRACED)
    name = act.__name__ if act else "does nothing"
    print(f"{name:18} {memory(child)}", flush=True)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
