# /// script
# [tool.interleave]
# timeout = 5
# command = "{python} {file} {seed}"
# ///
"""Says hello."""

print("hello")
