# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# runs = 10
# facts.orders = [' ([AB]{4}) ']
# facts.eggs = [' (\d+)$']
# claims = [
#   "eggs == [120, 110, 110, 110, 110, 120]",
# ]
# ///
"""The eggs after each order in which two tasks can take turns."""

from itertools import permutations

eggs = 0


def bring(count):
    global eggs
    seen = eggs
    yield  # the walk to the shelf
    eggs = seen + count


def play(order):
    """A scheduler that goes by a list."""
    global eggs
    eggs = 100
    tasks = {"A": bring(10), "B": bring(10)}
    for name in order:
        next(tasks[name], None)
    return eggs


for order in sorted(set(permutations("AABB"))):
    print("order", "".join(order), "eggs", play(order))
