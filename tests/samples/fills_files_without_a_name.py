# /// script
# [tool.interleave]
# timeout = 20
# ///
"""Holds much in deleted files, which no folder shows."""

import os
import time

held = []
for number in range(64):
    held.append(open("file", "wb"))
    os.remove("file")
    os.posix_fallocate(held[-1].fileno(), 0, 1 << 20)
time.sleep(60)
