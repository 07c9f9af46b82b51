# /// script
# [tool.interleave]
# timeout = 5
# claims = ['len(sorted(lines, key=lambda line: ().__class__)) > 0']
# ///
"""Says hello."""

print("hello")
