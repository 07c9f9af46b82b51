# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# on = ["@BUILD@", "3.99"]
# facts.word = 'says (\w+)'
# claims = ["word == 'hello'"]
# ///
"""Says hello; 3.99 is a Python that no machine has."""

print("says hello")
