# /// script
# requires-python = ">=3.8"
# dependencies = []
# ///
"""Prints nothing."""

__name__ = "no *star* and `no` tick"
