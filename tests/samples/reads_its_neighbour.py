"""Prints what the file in the folder beside it says."""

import os

folder = os.path.join(os.path.dirname(__file__), "data")
with open(os.path.join(folder, "word.txt")) as file:
    print(file.read().strip())
