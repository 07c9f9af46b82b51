# /// script
# [tool.interleave]
# timeout = 5
# claims = ['().__class__ == 0']
# ///
"""Says hello."""

print("hello")
