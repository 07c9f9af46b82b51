# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# explore = true
# trace = true
# facts.total = 'together \$(\d+)'
# claims = [
#   "total == 190",
#   "possible: total == 200", "possible: total == 190",
#   "possible: total == 210",
# ]
# ///
"""Prints how much is counted while ten dollars are on their way."""

import threading
import time

# --8<-- [start:show]
ann, bob = 100, 100
ann_lock, bob_lock = threading.Lock(), threading.Lock()


def move():
    """Ten dollars go from Ann to Bob."""
    global ann, bob
    with ann_lock:
        ann -= 10  # step: Ann has {ann}
    time.sleep(0.2)
    with bob_lock:
        bob += 10  # step: Bob has {bob}


def count():
    """All the money there is."""
    global seen
    time.sleep(0.1)
    with ann_lock:
        seen = ann  # step: reads {ann} of Ann
    with bob_lock:
        seen = seen + bob  # step: reads {bob} of Bob


# --8<-- [end:show]

a = threading.Thread(target=move)
b = threading.Thread(target=count)
a.start()
b.start()
a.join()
b.join()

print(f"together ${seen}")
