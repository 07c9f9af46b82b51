# /// script
# requires-python = ">=3.15"
# dependencies = []
# [tool.interleave]
# on = ["3.15"]
# runs = 5
# facts.plain = 'plain +(.+)'
# facts.serialized = 'serialize_iterator +(.+)'
# facts.synchronized = 'synchronized_iterator +(.+)'
# facts.tee = 'itertools.tee +(.+)'
# facts.concurrent = 'concurrent_tee +(.+)'
# claims = [
#   "plain == 'ValueError cake fish nuts soup'",
#   "serialized == synchronized == 'cake fish nuts soup'",
#   "tee == 'RuntimeError cake fish nuts soup'",
#   "concurrent == 'cake cake fish fish nuts nuts soup soup'",
# ]
# ///
"""Prints what two threads get from one generator, in five ways."""

import itertools
import threading
import time


def dishes():
    for dish in "soup", "fish", "cake", "nuts":
        time.sleep(0.02)  # the cook is at work
        yield dish


def two_waiters(name, *iterators):
    def serve(iterator):
        try:
            served.extend(iterator)
        except Exception as error:
            served.append(type(error).__name__)

    served = []
    threads = [
        threading.Thread(target=serve, args=(one,)) for one in iterators
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"{name:22}", *sorted(served))


plain = dishes()
two_waiters("plain", plain, plain)

one_by_one = threading.serialize_iterator(dishes())
two_waiters("serialize_iterator", one_by_one, one_by_one)

# As a decorator: every generator that the function makes is guarded.
guarded = threading.synchronized_iterator(dishes)()
two_waiters("synchronized_iterator", guarded, guarded)

two_waiters("itertools.tee", *itertools.tee(dishes()))
two_waiters("concurrent_tee", *threading.concurrent_tee(dishes()))
