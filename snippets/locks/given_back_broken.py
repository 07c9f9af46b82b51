# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# timeout = 2
# hangs = true
# explore = true
# trace = true
# claims = [
#   "hung",
#   "possible: end == 'deadlock'", "possible: end != 'deadlock'",
# ]
# ///
"""Shows an error in one thread, and what became of the other one."""

import threading

# --8<-- [start:show]
eggs = 100
lock = threading.Lock()


def add(text):
    global eggs
    lock.acquire()
    number = int(text)
    eggs += number  # step: writes {eggs}
    lock.release()


a = threading.Thread(target=add, args=("ten",))
b = threading.Thread(target=add, args=("20",))
# --8<-- [end:show]
a.start()
b.start()
a.join()
b.join()

print("eggs", eggs)
