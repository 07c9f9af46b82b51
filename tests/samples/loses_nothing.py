# /// script
# [tool.interleave]
# runs = 2
# facts.lost = 'lost (\d+)'
# claims = ["lost > 0"]
# ///
"""Claims a loss and has none."""

print("lost 0")
