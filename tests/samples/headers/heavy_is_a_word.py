# /// script
# [tool.interleave]
# runs = 1
# heavy = "very"
# ///
