# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# needs = ["linux"]
# facts.list = '^list +(.+)'
# facts.array = '^bytearray +(.+)'
# facts.map = '^mmap +(.+)'
# claims = ["list == array == \"soup\"", "map == 'cake'"]
# ///
"""A forked child writes to three things; prints what its parent has."""

import mmap
import os

menu = ["soup"]
array = bytearray(b"soup")
shared = mmap.mmap(-1, 4096)  # -1: no file, a block of memory
shared[:4] = b"soup"

if os.fork() == 0:
    menu[0] = "cake"
    array[:4] = b"cake"
    shared[:4] = b"cake"
    os._exit(0)

os.wait()
print("list      ", menu[0])
print("bytearray ", array.decode())
print("mmap      ", shared[:4].decode())
