# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15", "3.13t"]
# runs = 3
# needs = ["linux"]
# trace = ["3.11"]
# facts.after_thread = 'after the thread +(.+)'
# facts.in_process = 'in the process +(.+)'
# facts.after_process = 'after the process +(.+)'
# claims = [
#   "after_thread == \"['salt']\"",
#   "after_process == after_thread",
#   "on 3.9, 3.11, 3.13, 3.13t: in_process == \"['salt', 'bread']\"",
#   "on 3.14, 3.15: in_process == \"['bread']\"",
# ]
# ///
"""Shows whose change to a list the main thread gets to see."""

import multiprocessing
import threading

shopping = []


def note_salt():
    shopping.append("salt")  # step: notes, has {shopping}


def note_bread():
    shopping.append("bread")  # step: notes, has {shopping}
    print("in the process   ", shopping)


if __name__ == "__main__":
    thread = threading.Thread(target=note_salt)
    thread.start()
    thread.join()
    print("after the thread ", shopping, flush=True)

    process = multiprocessing.Process(target=note_bread)
    process.start()
    process.join()
    print("after the process", shopping)
