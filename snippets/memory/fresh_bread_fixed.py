# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# runs = 3
# explore = true
# facts.sign = 'sign: (\w+)'
# facts.shelf = 'shelf: (\w+)'
# claims = [
#   "sign == 'down' and shelf == 'bread'",
#   "certain: sign == 'down' or shelf == 'bread'",
#   "possible: sign == 'up' and shelf == 'bread'",
#   "possible: sign == 'down' and shelf == 'empty'",
#   "possible: sign == 'down' and shelf == 'bread'",
# ]
# ///
"""Whoever sees the sign up finds bread, in every order."""

import threading
import time

sign, shelf = "down", "empty"


# --8<-- [start:show]
def bake():
    global sign, shelf
    shelf = "bread"  # step: bread on the shelf
    time.sleep(0.1)
    sign = "up"  # step: sign up


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
