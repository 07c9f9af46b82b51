# /// script
# [tool.interleave]
# timeout = 5
# command = "{python} {file} '"
# ///
"""Says hello."""

print("hello")
