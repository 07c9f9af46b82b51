"""Becomes another run of itself."""

import os
import sys

if len(sys.argv) == 1:
    os.execv(sys.executable, [sys.executable, "-I", __file__, "again"])
print("again")
