# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# facts.opened = 'opened (\d+)'
# facts.kept = 'kept +(\d+)'
# claims = ["opened == 1", "kept == 1"]
# ///
"""Prints that one connection was opened, as wanted."""

import threading
import time

cache = {}
opened = []
# --8<-- [start:show]
lock = threading.Lock()


def connect(host):
    # Stands for anything slow that should happen once.
    time.sleep(0.1)
    opened.append(host)
    return object()


def get_connection(host):
    with lock:
        if host not in cache:
            cache[host] = connect(host)
    return cache[host]


# --8<-- [end:show]


a = threading.Thread(target=get_connection, args=("db",))
b = threading.Thread(target=get_connection, args=("db",))
a.start()
b.start()
a.join()
b.join()

print("opened", len(opened))
print("kept  ", len(cache))
