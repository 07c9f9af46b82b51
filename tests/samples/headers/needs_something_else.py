# /// script
# [tool.interleave]
# timeout = 5
# needs = ["linux", "luck"]
# ///
"""Says hello."""

print("hello")
