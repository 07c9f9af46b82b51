# /// script
# [tool.interleave]
# timeout = 2
# hangs = "sometimes"
# ///
"""Could hang, and does not this time."""

print("ended")
