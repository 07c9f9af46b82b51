# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15"]
# runs = 3
# needs = ["linux"]
# trace = ["3.15"]
# facts.default = 'by default (\w+)'
# facts.readers = ['PID (\d+) reads']
# facts.oven = ['oven is (\w+)']
# facts.child = ['^(\d+), the child']
# facts.parent = ['the child of (\d+)']
# claims = [
#   "oven == ['hot', 'cold', 'cold']",
#   "on 3.9, 3.11, 3.13: default == 'fork'",
#   "on 3.14, 3.15: default == 'forkserver'",
#   "parent[0] == parent[1] == readers[0] != parent[2]",
#   "child[0] not in readers and child[1] in readers",
# ]
# ///
"""Starts a child in three ways and shows what each one finds."""

import multiprocessing
import os

oven = "cold"
print("PID", os.getpid(), "reads the recipe", flush=True)  # step: reads


def child():
    print("the oven is", oven)  # step: finds the oven {oven}
    print(f"{os.getpid()}, the child of {os.getppid()}", flush=True)


if __name__ == "__main__":
    oven = "hot"  # step: heats the oven
    print("by default", multiprocessing.get_start_method())
    for method in "fork", "spawn", "forkserver":
        print(f"--- {method}", flush=True)
        context = multiprocessing.get_context(method)
        process = context.Process(target=child)
        process.start()
        process.join()
