# /// script
# [tool.interleave]
# timeout = 5
# claims = ["exit == 0"
# ///
"""Says hello."""

print("hello")
