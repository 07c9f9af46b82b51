# /// script
# [tool.interleave]
# runs = 2
# ///
"""Two threads meet. What follows is not the summary."""

import threading

# --8<-- [start:show]
balance = 100
seen = balance  # step: reads {balance}
# A comment for the reader stays.
# --8<-- [end:show]

threading.Lock()

# --8<-- [start:show]
balance = seen + 10  # step: writes {balance}
# --8<-- [end:show]
print(balance)
