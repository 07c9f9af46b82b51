# /// script
# requires-python = ">=3.13"
# dependencies = []
# [tool.interleave]
# on = ["3.13t"]
# runs = 5
# facts.local = ['local +(\d+|for ever)']
# facts.theirs = 'another thread.* shared +(\d+)'
# facts.shared = ['shared +(\d+)$']
# claims = [
#   "local == [1, 4, 4, 'for ever']",
#   "shared == [0, 0, 3, 0]",
# ]
# ///
"""Prints who counts the references to an object: owner and others."""

import ctypes
import threading


class Head(ctypes.Structure):
    """How an object begins in a free-threaded 3.13 on 64 bits."""

    _fields_ = [
        ("owner", ctypes.c_size_t),
        ("other_things", ctypes.c_uint32),
        ("local", ctypes.c_uint32),
        ("shared", ctypes.c_ssize_t),
    ]


def show(what, address):
    head = Head.from_address(address)
    local = "for ever" if head.local == 2**32 - 1 else head.local
    print(f"{what:26} local {local:<9} shared {head.shared >> 2}")


class Pot:
    pass


pot = Pot()
where = id(pot)
show("the main thread has one", where)

shelf = [pot, pot, pot]
show("... and puts down three", where)

other = threading.Thread(target=lambda: shelf.extend(shelf))
other.start()
other.join()
show("another thread, three more", where)

show("the number 5", id(5))
