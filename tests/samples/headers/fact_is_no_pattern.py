# /// script
# [tool.interleave]
# timeout = 5
# facts.lost = 'lost ('
# ///
"""Says hello."""

print("hello")
