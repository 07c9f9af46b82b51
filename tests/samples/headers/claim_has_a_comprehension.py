# /// script
# [tool.interleave]
# timeout = 5
# claims = ['[n for n in lines] == []']
# ///
"""Says hello."""

print("hello")
