# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15", "3.13t"]
# runs = 3
# timeout = 20
# needs = ["linux"]
# facts.kitchens = ['kitchen (\d+):']
# facts.cooks = ['kitchen \d+: (cook.+)']
# facts.tids = ['cook (\d+)']
# claims = [
#   "len(set(kitchens)) == len(set(cooks)) == 6",
#   "len(tids) == 1 + 3 + 2 + 6 and len(set(tids)) == len(tids)",
#   "min(kitchens[0] in tids, kitchens[1] in tids, kitchens[5] in tids)",
# ]
# ///
"""Draws four ways to staff kitchens, with the ids of real threads."""

import multiprocessing
import os
import threading

WAYS = {
    "one kitchen, one cook": (1, 1),
    "one kitchen, three cooks": (1, 3),
    "two kitchens, one cook in each": (2, 1),
    "two kitchens, three cooks in each": (2, 3),
}


def cook(names, all_here):
    names.append(f"cook {threading.get_native_id()}")
    # Nobody leaves before the last one has come.
    all_here.wait()


def kitchen(cooks):
    names, all_here = [], threading.Barrier(cooks)
    for _ in range(cooks - 1):
        threading.Thread(target=cook, args=(names, all_here)).start()
    # A process is never without a thread: the first one cooks, too.
    cook(names, all_here)
    print(f"  kitchen {os.getpid()}:", ", ".join(sorted(names)))


if __name__ == "__main__":
    for way, (kitchens, cooks) in WAYS.items():
        print(way, flush=True)
        processes = [
            multiprocessing.Process(target=kitchen, args=(cooks,))
            for _ in range(kitchens)
        ]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
