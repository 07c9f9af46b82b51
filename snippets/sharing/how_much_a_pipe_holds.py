# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# needs = ["linux"]
# facts.pipe = 'os.pipe +(\d+)'
# facts.channel = 'Pipe\(\) +(\d+)'
# facts.oneway = 'Pipe\(False\) +(\d+)'
# claims = ["pipe == 65536"]
# ///
"""Prints how much can be written into channels that nobody reads."""

import multiprocessing
import os


def fill(file):
    os.set_blocking(file, False)  # rather an error than a wait
    written = 0
    try:
        while True:
            written += os.write(file, bytes(1024))
    except BlockingIOError:
        return written


_, entrance = os.pipe()
print("os.pipe     ", fill(entrance))
_, entrance = multiprocessing.Pipe(False)
print("Pipe(False) ", fill(entrance.fileno()))
_, entrance = multiprocessing.Pipe()
print("Pipe()      ", fill(entrance.fileno()))
