# /// script
# [tool.interleave]
# timeout = 5
# facts.exit = '(\d+)'
# ///
"""Says hello."""

print("hello")
