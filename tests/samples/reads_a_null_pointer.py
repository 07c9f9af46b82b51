# /// script
# [tool.interleave]
# exit = -11
# ///
"""Dies of a segmentation fault."""

import ctypes

ctypes.string_at(0)
