# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# explore = true
# trace = true
# facts.sign = 'sign: (\w+)'
# facts.shelf = 'shelf: (\w+)'
# claims = [
#   "sign == 'up' and shelf == 'empty'",
#   "possible: sign == 'up' and shelf == 'empty'",
#   "possible: sign == 'up' and shelf == 'bread'",
#   "possible: sign == 'down' and shelf == 'empty'",
#   "possible: sign == 'down' and shelf == 'bread'",
# ]
# ///
"""The sign says that there is bread, and the shelf is empty."""

import threading
import time

sign, shelf = "down", "empty"


# --8<-- [start:show]
def bake():
    global sign, shelf
    sign = "up"  # step: sign up
    time.sleep(0.1)
    shelf = "bread"  # step: bread on the shelf


def shop():
    time.sleep(0.05)
    on_sign = sign  # step: sees the sign {on_sign}
    on_shelf = shelf  # step: finds {on_shelf}
    print(f"sign: {on_sign}, shelf: {on_shelf}")


# --8<-- [end:show]

a = threading.Thread(target=bake)
b = threading.Thread(target=shop)
a.start()
b.start()
a.join()
b.join()
