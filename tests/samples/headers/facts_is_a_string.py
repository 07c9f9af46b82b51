# /// script
# [tool.interleave]
# timeout = 5
# facts = "lost"
# ///
"""Says hello."""

print("hello")
