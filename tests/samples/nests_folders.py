# /// script
# [tool.interleave]
# timeout = 20
# ///
"""Makes folders in folders, deeper than a path may be long."""

import os
import time

for _ in range(50):
    os.mkdir("a" * 100)
    os.chdir("a" * 100)
time.sleep(60)
