"""Writes to every descriptor that it did not open itself."""

import os

for number in range(3, 64):
    try:
        os.write(number, b'{"exit": 0}')
    except OSError:
        pass
raise SystemExit(5)
