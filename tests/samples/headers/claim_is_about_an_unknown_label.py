# /// script
# [tool.interleave]
# timeout = 5
# on = ["3.11"]
# claims = ["on 3.12: exit == 0"]
# ///
"""Says hello."""

print("hello")
