# /// script
# [tool.interleave]
# timeout = 20
# ///
"""Takes 1 MiB after the other from the disk, each in a file within the limit."""

import os
import time

for number in range(64):
    with open(str(number), "wb") as file:
        os.posix_fallocate(file.fileno(), 0, 1 << 20)
time.sleep(60)
