# /// script
# [tool.interleave]
# timeout = 5
# claims = ['9 ** 9 ** 9 > 0']
# ///
"""Says hello."""

print("hello")
