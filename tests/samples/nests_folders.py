# /// script
# [tool.interleave]
# timeout = 20
# ///
"""Makes folders in folders, deeper than a path may be long."""

import os
import time

for _ in range(2500):
    os.mkdir("a")
    os.chdir("a")
time.sleep(60)
