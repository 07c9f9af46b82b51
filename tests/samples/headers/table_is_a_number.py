# /// script
# [tool]
# interleave = 3
# ///
"""Says hello."""

print("hello")
