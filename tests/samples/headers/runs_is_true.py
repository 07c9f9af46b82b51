# /// script
# [tool.interleave]
# timeout = 5
# runs = true
# ///
"""Says hello."""

print("hello")
