# /// script
# requires-python = 3.11
# [tool.interleave]
# timeout = 5
# ///
"""Says hello."""

print("hello")
