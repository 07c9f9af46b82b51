# /// script
# dependencies = "numpy"
# [tool.interleave]
# timeout = 5
# ///
"""Says hello."""

print("hello")
