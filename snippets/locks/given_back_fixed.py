# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# explore = true
# facts.eggs = 'eggs (\d+)'
# claims = ["eggs == 120", "certain: eggs == 120"]
# ///
"""Prints 120 eggs: the lock comes back, in spite of the error."""

import threading

# --8<-- [start:show]
eggs = 100
lock = threading.Lock()


def add(text):
    global eggs
    with lock:
        number = int(text)
        eggs += number  # step: writes {eggs}


a = threading.Thread(target=add, args=("ten",))
b = threading.Thread(target=add, args=("20",))
# --8<-- [end:show]
a.start()
b.start()
a.join()
b.join()

print("eggs", eggs)
