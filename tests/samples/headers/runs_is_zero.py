# /// script
# [tool.interleave]
# timeout = 5
# runs = 0
# ///
"""Says hello."""

print("hello")
