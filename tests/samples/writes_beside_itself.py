"""Tries to write into the folder of its program."""

import os

print("first")
open(os.path.join(os.path.dirname(__file__), "new"), "w")
