"""Connects to a service of this machine, by a socket in a folder and by one without."""

import socket

for name, address in {"path": "@PATH@", "abstract": "\0@NAME@"}.items():
    try:
        socket.socket(socket.AF_UNIX).connect(address)
        print(name, "connected")
    except OSError:
        print(name, "refused")
