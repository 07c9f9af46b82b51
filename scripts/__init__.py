"""The tools that run the programs, check what they claim, and build the site."""

import sys
from contextlib import suppress

# Only for a command that a person typed: the keeper and the engines, which lie in the sandbox
# without this module, do with the standard library.
if sys.argv[:1] == ["-m"] and not sys.flags.no_site:
    with suppress(ImportError):
        from scripts import start  # noqa: F401  # importing it is what it does
