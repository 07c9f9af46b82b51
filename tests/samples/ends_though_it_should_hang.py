# /// script
# [tool.interleave]
# timeout = 2
# hangs = true
# ///
"""Declares a hang and ends at once."""

print("ended")
