# /// script
# [tool.interleave]
# timeout = 5
# exit = true
# ///
"""Says hello."""

print("hello")
