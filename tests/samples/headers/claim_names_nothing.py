# /// script
# [tool.interleave]
# timeout = 5
# claims = ['1 < 2']
# ///
"""Says hello."""

print("hello")
