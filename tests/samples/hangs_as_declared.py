# /// script
# [tool.interleave]
# timeout = 0.5
# hangs = true
# ///
"""Two threads wait for each other's lock."""

import threading

left, right = threading.Lock(), threading.Lock()
both = threading.Barrier(2)


def takes_left_first():
    with left:
        both.wait()
        right.acquire()


def takes_right_first():
    with right:
        both.wait()
        left.acquire()


threads = [threading.Thread(target=f) for f in (takes_left_first, takes_right_first)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
