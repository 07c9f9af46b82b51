# /// script
# [tool.interleave]
# timeout = 5
# command = "{python}"
# ///
"""Says hello."""

print("hello")
