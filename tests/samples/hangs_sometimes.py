# /// script
# [tool.interleave]
# timeout = 0.5
# hangs = "sometimes"
# ///
"""Waits for an event that never comes."""

import threading

print("waits", flush=True)
threading.Event().wait()
