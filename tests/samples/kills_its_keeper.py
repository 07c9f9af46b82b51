"""Ends whoever watches it."""

import os
import signal
import time

for pid in {1, os.getppid()}:
    try:
        os.kill(pid, signal.SIGKILL)
    except OSError:
        pass
time.sleep(0.3)
print("goes on")
time.sleep(0.3)
