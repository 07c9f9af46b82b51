# /// script
# [tool.interleave]
# timeout = 5
# lane = "fast"
# ///
"""Says hello."""

print("hello")
