# /// script
# [tool.interleave]
# timeout = 0.5
# hangs = true
# ///
"""Ignores every signal that can be ignored, in a child and a session of its own."""

import os
import signal
import time

for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
    signal.signal(number, signal.SIG_IGN)
if os.fork() == 0:
    os.setsid()
while True:
    time.sleep(60)
