# /// script
# requires-python = ">=3.11"
# dependencies = ["gevent==26.9.0"]
# [tool.interleave]
# on = ["3.11"]
# needs = ["linux"]
# runs = 10
# facts.eggs = 'eggs (\d+)'
# facts.threads = 'kernel threads (\d+)'
# claims = ["eggs == 110 and threads == 1"]
# ///
"""Ten eggs vanish, and no line says that it waits."""

import os
import time

import gevent
from gevent import monkey

monkey.patch_all()  # from here on, time.sleep is gevent's
eggs = 100


def walk_to_the_shelf():
    time.sleep(0.01)


def bring(count):
    global eggs
    seen = eggs
    walk_to_the_shelf()
    eggs = seen + count


a, b = gevent.spawn(bring, 10), gevent.spawn(bring, 10)
gevent.joinall([a, b])
print("eggs", eggs)
print("kernel threads", len(os.listdir("/proc/self/task")))
