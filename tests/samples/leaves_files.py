"""Leaves files and a folder that cannot be opened."""

import os

os.mkdir("closed")
with open("closed/file", "w") as file:
    file.write("x")
os.chmod("closed", 0)
with open(os.path.join(os.environ["TMPDIR"], "file"), "w") as file:
    file.write("x")
print("left")
