# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# explore = true
# trace = true
# facts.most = 'most at once: (\d+)'
# claims = [
#   "most == 2",
#   "certain: most <= 2", "possible: most == 1",
# ]
# ///
"""Prints how many of three cooks were at the two flames at once."""

import threading
import time

# --8<-- [start:show]
flames = threading.Semaphore(2)
lock = threading.Lock()  # guards now and most
now = most = 0


def cook():
    global now, most
    with flames:
        with lock:
            now += 1  # step: {now} cooking
            most = max(most, now)
        time.sleep(0.1)
        with lock:
            now -= 1  # step: leaves, {now} cooking


# --8<-- [end:show]

threads = [threading.Thread(target=cook) for _ in "ABC"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("most at once:", most)
