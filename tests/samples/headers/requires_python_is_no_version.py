# /// script
# requires-python = "new"
# [tool.interleave]
# timeout = 5
# ///
"""Says hello."""

print("hello")
