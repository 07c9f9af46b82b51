# /// script
# [tool.interleave]
# timeout = 5
# run = 2
# ///
"""Says hello."""

print("hello")
