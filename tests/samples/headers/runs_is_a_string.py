# /// script
# [tool.interleave]
# timeout = 5
# runs = "2"
# ///
"""Says hello."""

print("hello")
