# /// script
# [tool.interleave]
# runs = 1
# timeout = "5 s"
# ///
"""Says hello."""

print("hello")
