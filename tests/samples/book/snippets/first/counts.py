# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 2
# facts.counted = 'counted (\d+)'
# claims = ["counted == 12000"]
# ///
"""Counts to 12000 and says so."""

counted = 0
for _ in range(12_000):
    counted += 1  # step: adds one

print("counted", counted)
