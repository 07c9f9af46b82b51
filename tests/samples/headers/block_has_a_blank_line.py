# /// script
# [tool.interleave]

# claims = ["exit == 3"]
# ///
"""Says hello."""

print("hello")
