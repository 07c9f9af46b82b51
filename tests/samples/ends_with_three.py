# /// script
# [tool.interleave]
# timeout = 5
# exit = 4
# ///
"""Ends with a status that is not the one it declares."""

import sys

print("so far")
sys.exit(3)
