"""Prints a line that a merge would also write."""

print("Results")
print("=======")
