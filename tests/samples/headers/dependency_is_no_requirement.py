# /// script
# dependencies = ["numpy", "an odd one"]
# [tool.interleave]
# timeout = 5
# ///
"""Says hello."""

print("hello")
