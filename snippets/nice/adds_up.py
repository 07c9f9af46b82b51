# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# needs = ["linux"]
# facts.values = ['\b(\d+)\b']
# claims = ["values == [7, 14, 19]"]
# ///
"""Prints what os.nice returns when it is called three times."""

import os

print(os.nice(7), os.nice(7), os.nice(7))
