# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# facts.opened = 'opened (\d+)'
# facts.kept = 'kept +(\d+)'
# claims = ["opened == 2", "kept == 1"]
# ///
"""Prints that two connections were opened where one was wanted."""

import threading
import time

cache = {}
opened = []


def connect(host):
    # Stands for anything slow that should happen once.
    time.sleep(0.1)
    opened.append(host)
    return object()


def get_connection(host):
    if host not in cache:
        cache[host] = connect(host)
    return cache[host]


a = threading.Thread(target=get_connection, args=("db",))
b = threading.Thread(target=get_connection, args=("db",))
a.start()
b.start()
a.join()
b.join()

print("opened", len(opened))
print("kept  ", len(cache))
