# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.15", "3.13t"]
# runs = 10
# trace = ["3.11"]
# facts.order = '^(.+) \| threads'
# facts.threads = 'threads: (\d+)'
# claims = ["order == 'A1 B1 C1 A2 B2 C2 A3'", "threads == 1"]
# ///
"""Three tasks take turns, and one kernel thread does all the work."""

import threading

order = []
tids = set()


def cook(name, steps):
    for step in range(1, steps + 1):
        order.append(f"{name}{step}")  # step: {name}{step}
        tids.add(threading.get_native_id())
        yield  # lays a bookmark into the recipe and steps back


def run(tasks):
    """A scheduler: who steps back goes to the end of the line."""
    while tasks:
        task = tasks.pop(0)
        try:
            next(task)  # goes on from the bookmark to the next yield
        except StopIteration:
            continue  # this recipe is done
        tasks.append(task)


run([cook("A", 3), cook("B", 2), cook("C", 2)])
print(" ".join(order), "| threads:", len(tids))
