# /// script
# [tool.interleave]
# runs = 1
# timeout = 3600
# ///
"""Says hello."""

print("hello")
