# /// script
# [tool.interleave]
# timeout = 5
# facts.lost = 3
# ///
"""Says hello."""

print("hello")
