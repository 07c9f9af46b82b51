# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.interleave]
# timeout = 0.5
# hangs = true
# ///
import os
import time

read_end, write_end = os.pipe()
if os.fork() == 0:
    os.close(write_end)
    os.read(read_end, 1)  # ends as soon as its parent has
else:
    time.sleep(60)
