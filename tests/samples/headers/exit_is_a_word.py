# /// script
# [tool.interleave]
# timeout = 5
# exit = "SIGSEGV"
# ///
"""Says hello."""

print("hello")
