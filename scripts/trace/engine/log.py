"""The log of one process: a file that is memory.

What was written stays, however the process ends, and writing gives no other
thread a chance to run: there is no system call, and so the GIL is kept.
"""

from __future__ import annotations

import os
from mmap import mmap
from time import monotonic_ns
from typing import Any

SLOT = 1024  # bytes of one record
EVENTS = 20_000  # of one process


class Full(Exception):
    """There is no place left."""


class Log:
    """Records, each in a slot of its own, in the order of their writing.

    They are written as Python writes a dict: json would take longer to import
    than all else together.
    """

    def __init__(self, folder: str, slots: int = EVENTS) -> None:
        self.name = f"{os.getpid()}-{monotonic_ns()}"
        file = os.open(f"{folder}/{self.name}", os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC)
        os.ftruncate(file, slots * SLOT)
        self.memory = mmap(file, slots * SLOT)
        os.close(file)
        # Taking the last of a list is one step, with and without a GIL.
        self.free = list(range(slots - 1, -1, -1))

    def write(self, record: dict[str, Any]) -> None:
        """Keep a record. Raises Full."""
        data = repr(record).encode("utf-8", "replace")[: SLOT - 1]
        try:
            start = self.free.pop() * SLOT
        except IndexError:
            raise Full from None
        self.memory[start : start + len(data)] = data
