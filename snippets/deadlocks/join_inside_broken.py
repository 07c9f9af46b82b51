# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.13t"]
# timeout = 1
# hangs = true
# explore = true
# claims = ["hung", "certain: end == 'deadlock'"]
# ///
"""Hangs with one lock: join() is a way of waiting, too."""

import threading

log = []
lock = threading.Lock()


def work():
    with lock:
        log.append("worked")


worker = threading.Thread(target=work)
with lock:
    log.append("starts a worker")
    worker.start()
    worker.join()
print("done")
