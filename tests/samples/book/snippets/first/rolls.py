# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 2
# facts.rolled = 'rolled (\d+)'
# claims = ["rolled >= 0"]
# ///
"""Rolls a die of 2**64 sides, so that no two runs agree."""

import secrets

print("rolled", secrets.randbits(64))
