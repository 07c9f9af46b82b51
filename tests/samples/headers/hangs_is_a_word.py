# /// script
# [tool.interleave]
# timeout = 5
# hangs = "often"
# ///
"""Says hello."""

print("hello")
