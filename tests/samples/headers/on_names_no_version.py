# /// script
# [tool.interleave]
# timeout = 5
# on = ["3.11", "pypy"]
# ///
"""Says hello."""

print("hello")
