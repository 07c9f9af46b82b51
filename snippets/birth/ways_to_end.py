# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.14", "3.15", "3.13t"]
# runs = 3
# needs = ["linux"]
# facts.way = ['^(.+?) +others']
# facts.others = ['others +(go on|gone)']
# facts.code = ['exit code +(-?\d+)']
# claims = [
#   "others == ['go on', 'go on', 'gone', 'gone', 'gone', 'gone']",
#   "code == [0, 0, 7, -6, -9, -11]",
#   "len(way) == 6",
# ]
# ///
"""Ends a thread in six ways, and tells what becomes of the others."""

import ctypes
import os
import signal
import sys
import threading

WAYS = {
    "1 / 0": lambda: 1 / 0,
    "sys.exit(7)": lambda: sys.exit(7),
    "os._exit(7)": lambda: os._exit(7),
    "os.abort()": os.abort,
    "kill -9": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "reads address 0": lambda: ctypes.string_at(0),
}


def process(way, still_here):
    """A process whose second thread ends in this way."""
    threading.excepthook = lambda problem: None  # without a message
    thread = threading.Thread(target=WAYS[way])
    thread.start()
    thread.join()
    os.write(still_here, b"the main thread came to this line")
    sys.exit()


for way in WAYS:
    read_end, write_end = os.pipe()
    pid = os.fork()
    if pid == 0:
        process(way, write_end)
    os.close(write_end)
    others = "go on" if os.read(read_end, 100) else "gone"
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    print(f"{way:15}  others {others:5}  exit code {code:3}")
    sys.stdout.flush()
