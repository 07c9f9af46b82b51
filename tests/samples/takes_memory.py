# /// script
# [tool.interleave]
# timeout = 20
# ///
"""Takes 1 GiB, then waits."""

import time

kept = [bytearray(b"x") * (1 << 20) for _ in range(1024)]
time.sleep(60)
