"""The second line has a byte that is no UTF-8."""

import os

os.write(1, b"good\nbad \xff\n")
