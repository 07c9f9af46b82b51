"""Ends in the middle: @HOW@."""

import ctypes
import os
import threading

ENDS = {"segfault": lambda: ctypes.string_at(0), "exit": lambda: os._exit(3)}
lock = threading.Lock()


def work():
    with lock:
        print("now", flush=True)
        ENDS["@HOW@"]()  # step: not told


threading.Thread(target=work).start()
