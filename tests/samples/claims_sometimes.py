# /// script
# [tool.interleave]
# runs = 2
# facts.lost = 'lost (\d+)'
# claims = ["sometimes: lost == 3", "sometimes: lost == 0"]
# ///
"""The first claim holds in no run."""

print("lost 0")
