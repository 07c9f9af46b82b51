"""The terminal that a program meets: keeps what it prints; nobody types."""

import io
import sys
from typing import Any, NoReturn

from scripts.explore.engine import world
from scripts.explore.engine.refuse import Abandon

LONGEST = 256 * 1024  # characters of one run


def refuse(what: str) -> NoReturn:
    """End the exploration: the program does what cannot be explored."""
    run = world.run
    if run.current is not None:
        run.refuse(sys._getframe(1), what)
    raise Abandon


class Screen(io.TextIOBase):
    """stdout and stderr."""

    encoding = "utf-8"

    def write(self, text: str) -> int:
        """Keep the text."""
        run = world.run
        if run.current is not None and not run.abandoned:
            run.output.append(text)
            run.printed += len(text)
            if run.printed > LONGEST:
                refuse(f"prints more than {LONGEST // 1024} KiB")
            if " at 0x" in text:
                refuse("prints an address, which changes with each run")
        return len(text)

    def writable(self) -> bool:
        """Yes."""
        return True

    def isatty(self) -> bool:
        """As in a run of its own."""
        return True

    def fileno(self) -> int:
        """Nobody may print past this object."""
        refuse("writes to the terminal's file descriptor")

    @property
    def buffer(self) -> NoReturn:
        """Nobody may print past this object."""
        refuse("writes to sys.stdout.buffer")


class Keyboard(io.TextIOBase):
    """stdin."""

    def read(self, *_: Any) -> str:
        """Refused."""
        refuse("reads from the keyboard")

    def readline(self, *_: Any) -> str:  # type: ignore[override]
        """Refused."""
        refuse("reads from the keyboard")
