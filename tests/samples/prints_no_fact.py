# /// script
# [tool.interleave]
# facts.lost = 'lost (\d+)'
# ///
"""Its fact matches nothing."""

print("found 3")
