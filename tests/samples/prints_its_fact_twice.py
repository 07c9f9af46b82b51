# /// script
# [tool.interleave]
# timeout = 5
# facts.lost = 'lost (\d+)'
# ///
"""Its fact matches twice."""

print("lost 3")
print("lost 4")
