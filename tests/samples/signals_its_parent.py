"""Tells its parent to end, which a shell would ignore."""

import os
import signal
import time

os.kill(os.getppid(), signal.SIGTERM)
time.sleep(0.3)
print("still here")
