# /// script
# [tool.interleave]
# timeout = 10
# ///
"""A fork bomb that gives up by itself after eight generations."""

import os
import time

for _ in range(8):
    os.fork()
time.sleep(60)
