# /// script
# [tool.interleave]
# timeout = 20
# ///
"""Prints 1 GiB."""

import os

block = (b"x" * 63 + b"\n") * 1024
for _ in range(16 * 1024):
    os.write(1, block)
