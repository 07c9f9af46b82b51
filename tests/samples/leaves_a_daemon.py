"""Forks twice and starts a session, so that nobody is its parent."""

import os
import time

told, telling = os.pipe()
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.write(telling, b"x")
        time.sleep(60)
    os._exit(0)
os.read(told, 1)  # the daemon is there
os.wait()
print("bye")
