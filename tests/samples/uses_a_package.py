"""Needs a package that no index has."""

import il_tiny

print(il_tiny.WORD)
