# /// script
# [tool.interleave]
# exit = 0
# ///
"""Dies of a signal that it does not declare."""

import os
import signal

print("now", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
