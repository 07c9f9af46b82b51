# /// script
# [tool.interleave]
# timeout = 5
# exit = [0, 256]
# ///
"""Says hello."""

print("hello")
