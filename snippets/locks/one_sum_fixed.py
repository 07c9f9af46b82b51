# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# explore = true
# trace = true
# facts.total = 'together \$(\d+)'
# claims = ["total == 200", "certain: total == 200"]
# ///
"""Counts $200: one lock guards what belongs together."""

import threading
import time

# --8<-- [start:show]
ann, bob = 100, 100
lock = threading.Lock()  # guards ann and bob, and their sum


def move():
    """Ten dollars go from Ann to Bob."""
    global ann, bob
    with lock:
        ann -= 10  # step: Ann has {ann}
        time.sleep(0.2)
        bob += 10  # step: Bob has {bob}


def count():
    """All the money there is."""
    global seen
    time.sleep(0.1)
    with lock:
        seen = ann  # step: reads {ann} of Ann
        seen = seen + bob  # step: reads {bob} of Bob


# --8<-- [end:show]

a = threading.Thread(target=move)
b = threading.Thread(target=count)
a.start()
b.start()
a.join()
b.join()

print(f"together ${seen}")
