"""Prints paths that differ in every run."""

import os
import tempfile

print(os.getcwd())
print(tempfile.gettempdir())
print(__file__)
