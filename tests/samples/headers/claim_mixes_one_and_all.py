# /// script
# [tool.interleave]
# timeout = 5
# on = ["3.11"]
# facts.lost = '(hello)'
# claims = ['on["3.11"].lost == lost']
# ///
"""Says hello."""

print("hello")
