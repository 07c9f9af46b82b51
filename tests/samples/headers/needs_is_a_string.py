# /// script
# [tool.interleave]
# timeout = 5
# needs = "linux"
# ///
"""Says hello."""

print("hello")
