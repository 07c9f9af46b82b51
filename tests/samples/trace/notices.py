# /// script
# [tool.interleave]
# facts.same = 'same (\w+)'
# claims = ["same == 'True'"]
# ///
"""Claims what is not so in an environment."""

import sys

print("same", sys.prefix == sys.base_prefix)
