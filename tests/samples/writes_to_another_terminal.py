"""Writes on the terminal of somebody else."""

import os

try:
    os.write(os.open("@TERMINAL@", os.O_WRONLY | os.O_NOCTTY), b"boo")
    print("written")
except OSError:
    print("refused")
