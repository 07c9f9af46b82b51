# /// script
# [tool.interleave]
# timeout = 5
# claims = ['open("/etc/passwd") != 0']
# ///
"""Says hello."""

print("hello")
