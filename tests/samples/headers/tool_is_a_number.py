# /// script
# tool = 1
# ///
"""Says hello."""

print("hello")
