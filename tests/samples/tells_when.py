"""Prints when it ran, on the clock that all processes share."""

import time

print("start", time.monotonic_ns())
time.sleep(0.5)
print("end", time.monotonic_ns())
