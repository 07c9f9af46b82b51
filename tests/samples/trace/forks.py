"""Forks, talks through a pipe, and sees one child exit and one killed."""

import os
import signal
import threading

lock = threading.Lock()
reading, writing = os.pipe()
child = os.fork()
if child == 0:
    with lock:
        os.write(writing, b"hi")
    os._exit(3)
with lock:
    print(os.read(reading, 10))
os.waitpid(child, 0)
child = os.fork()
if child == 0:
    os.kill(os.getpid(), signal.SIGKILL)
os.wait()
