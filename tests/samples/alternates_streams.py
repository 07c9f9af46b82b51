"""Writes lines to stdout and stderr in turn."""

import sys

for number in range(0, 200, 2):
    print(number)
    print(number + 1, file=sys.stderr)
