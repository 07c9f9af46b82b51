# /// script
# requires-python = ">=3.11"
# [tool.interleave]
# on = ["3.9", "3.11"]
# ///
