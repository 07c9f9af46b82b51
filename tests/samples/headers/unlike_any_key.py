# /// script
# [tool.interleave]
# timeout = 5
# colour = "red"
# ///
"""Says hello."""

print("hello")
