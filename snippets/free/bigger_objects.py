# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.interleave]
# on = ["3.13", "3.15", "3.13t"]
# runs = 3
# needs = ["linux"]
# facts.plain = '^object +(\d+)'
# facts.whole = '^int +(\d+)'
# facts.number = '^float +(\d+)'
# facts.text = '^str +(\d+)'
# facts.shelf = '^list +(\d+)'
# facts.board = '^dict +(\d+)'
# facts.million = 'a million floats in a list: (\d+)'
# claims = [
#   "on 3.13, 3.15: plain == 16 and number == 24",
#   "on 3.13t: plain == 32 and number == 40",
#   'on["3.13t"].shelf == on["3.13"].shelf and on["3.13t"].board == on["3.13"].board',
#   'on["3.13t"].million > 1.2 * on["3.13"].million',
# ]
# ///
"""Prints the size of six objects, and of a million of them."""

import os
import sys


def resident():
    """Bytes of this process that are in memory now."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


for thing in object(), 7, 0.5, "egg", [], {}:
    print(f"{type(thing).__name__:7}{sys.getsizeof(thing):4} bytes")

before = resident()
floats = [number / 2 for number in range(1_000_000)]
grown = (resident() - before) / 1_000_000
print(f"a million floats in a list: {grown:.0f} bytes for each")
