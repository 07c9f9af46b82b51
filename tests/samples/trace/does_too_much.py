"""Takes a lock a million times."""

import threading

lock = threading.Lock()
for _ in range(1_000_000):
    with lock:
        pass
