"""Looks for a key in the keyrings that it was born with, and reads it."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
ON_X86 = os.uname().machine == "x86_64"
ADD, REQUEST, CONTROL = (248, 249, 250) if ON_X86 else (217, 218, 219)
LINK, SEARCH, READ = 8, 10, 11
RINGS = {"thread": -1, "process": -2, "session": -3, "user": -4, "user session": -5}


def read(key):
    text = ctypes.create_string_buffer(100)
    size = libc.syscall(CONTROL, READ, key, text, 100)
    return text.raw[:size].decode() if size >= 0 else ""


for name, ring in RINGS.items():
    libc.syscall(CONTROL, LINK, ring, RINGS["thread"])  # it is ours, so we may read
    key = libc.syscall(CONTROL, SEARCH, ring, b"user", b"@NAME@", 0)
    print(name, read(key) if key >= 0 else "nothing")
key = libc.syscall(REQUEST, b"user", b"@NAME@", None, 0)
print("asked for", read(key) if key >= 0 else "nothing")
print("by number", read(@NUMBER@) or "nothing")
