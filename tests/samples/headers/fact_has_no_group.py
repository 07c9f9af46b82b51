# /// script
# [tool.interleave]
# timeout = 5
# facts.lost = 'lost \d+'
# ///
"""Says hello."""

print("hello")
