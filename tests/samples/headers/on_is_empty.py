# /// script
# [tool.interleave]
# timeout = 5
# on = []
# ///
"""Says hello."""

print("hello")
