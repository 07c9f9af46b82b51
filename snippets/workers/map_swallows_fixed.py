# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15", "3.13t"]
# exit = 1
# facts.slices = ['^(\d+) slices']
# facts.error = '^(\w+): '
# claims = ["slices == [4] and error == 'ZeroDivisionError'"]
# ///
"""Divides by zero in a worker, and main is told."""

from concurrent.futures import ThreadPoolExecutor


def slices_for(guests):
    return 12 // guests


with ThreadPoolExecutor(2) as pool:
    for answer in pool.map(slices_for, [3, 0, 4]):
        print(answer, "slices each")
print("all baked")
