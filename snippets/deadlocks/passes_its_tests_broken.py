# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.15", "3.13t"]
# runs = 3
# timeout = 60
# facts.tested = 'test +(\d+) of 20'
# facts.served = 'service +(\d+) of'
# claims = [
#   "on 3.9, 3.11, 3.13, 3.15: tested == 20",
#   "served < 20000000",
# ]
# ///
"""Prints that the test passed, and how long the service lasted."""

import threading


def transfer(first, second, times):
    global done
    for _ in range(times):
        with first:
            with second:
                done += 1


def both_ways(times):
    """How many transfers were made until the end, or the deadlock."""
    global done
    done = 0
    ann, bob = threading.Lock(), threading.Lock()
    threads = [
        threading.Thread(target=transfer, args=args, daemon=True)
        for args in [(ann, bob, times), (bob, ann, times)]
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        before = -1
        # As long as something moves, wait for another second.
        while thread.is_alive() and before != done:
            before = done
            thread.join(1)
    return done


print("test   ", both_ways(10), "of 20")
print("service", both_ways(10_000_000), "of 20000000")
