# /// script
# [tool.interleave]
# timeout = 30
# ///
"""A fork bomb; where nothing stops it, it ends after eight seconds."""

import os
import time

end = time.monotonic() + 8
while time.monotonic() < end:
    try:
        os.fork()
    except OSError:
        pass
