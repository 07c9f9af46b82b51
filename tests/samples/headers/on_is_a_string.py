# /// script
# [tool.interleave]
# timeout = 5
# on = "3.11"
# ///
"""Says hello."""

print("hello")
