# /// script
# [tool.interleave]
# timeout = 5
# claims = ['(lambda: 1) != exit']
# ///
"""Says hello."""

print("hello")
