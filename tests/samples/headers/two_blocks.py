# /// script
# [tool.interleave]
# ///

# /// script
# [tool.interleave]
# runs = 2
# ///
"""Says hello."""

print("hello")
