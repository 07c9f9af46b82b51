# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.15", "3.13t"]
# claims = ["output == 'all baked\\n' and exit == 0"]
# ///
"""Divides by zero in a worker, and ends as if all were well."""

from concurrent.futures import ThreadPoolExecutor


def slices_for(guests):
    return 12 // guests


with ThreadPoolExecutor(2) as pool:
    pool.map(slices_for, [3, 0, 4])
print("all baked")
