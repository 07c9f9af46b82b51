# /// script
# [tool.interleave]
# timeout = 20
# ///
"""Holds much in memory that belongs to files and so to no process."""

import os
import time

for number in range(64):
    os.posix_fallocate(os.memfd_create(str(number)), 0, 1 << 20)
time.sleep(60)
