# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.14", "3.15"]
# runs = 3
# timeout = 4
# trace = ["3.11"]
# facts.order = ['^(.+) (?:is done|out)']
# claims = ["order == ['main', 'quick daemon', 'thread', 'lights']"]
# ///
"""Main reaches its end; see who is waited for, and who is not."""

import atexit
import threading
import time


def work(name, seconds):
    time.sleep(seconds)
    print(name, "is done")  # step: {name} is done


def start(name, seconds, daemon):
    args = (name, seconds)
    threading.Thread(target=work, args=args, daemon=daemon).start()


atexit.register(print, "lights out")
start("thread", 0.3, daemon=False)
start("quick daemon", 0.1, daemon=True)
start("slow daemon", 5, daemon=True)
print("main is done")
