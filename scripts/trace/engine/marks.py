"""Marks: which of the things between processes are the program's own.

What names such a thing in all processes is its name in the kernel. A file of
that name in the report's folder says that the program made it, no library.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from scripts.trace.engine.locks import thing
from scripts.trace.engine.names import Thing
from scripts.trace.engine.tell import ENGINE, Here, is_own, record


def made_by_program(self: Any) -> bool:
    """Whether the program made this object, directly or through a context."""
    frame: Any = sys._getframe(1)
    while frame is not None:
        name = frame.f_code.co_filename
        passes = name.startswith(ENGINE) or frame.f_locals.get("self") is self
        if not passes and not name.endswith(("/multiprocessing/context.py", "/sharedctypes.py")):
            break
        frame = frame.f_back
    return is_own(frame)


def mark(kind: str, key: str | None) -> Thing:
    """The program makes this now. What has no name in the kernel is only ever inherited."""
    about = thing(kind, key or f"inherited-{os.getpid()}-{Thing.count}")
    if key:
        with open(_file(key), "w") as file:
            file.write(kind)
    record(thing=about.key, kind=kind, made=about.line, nth=about.nth)
    return about


def known(self: Any, key: str | None) -> Thing | None:
    """The thing that stands for an object that may have come from another process."""
    found: Any = vars(self).get("_interleave")
    if key is not None and (found is None or found.key != key):
        found = self._interleave = _made_elsewhere(key)
    return found  # type: ignore[no-any-return]


def _made_elsewhere(key: str) -> Thing | None:
    """The thing that another process has marked, if there is one."""
    try:
        with open(_file(key)) as file:
            return Thing(file.read(), 0, key)
    except FileNotFoundError:
        return None


def named(word: str, semaphore: Any) -> str | None:
    """A key that tells something from the semaphore that it is made of."""
    name = semaphore._semlock.name
    return None if name is None else f"{word}{name}"


def _file(key: str) -> str:
    return f"{Here.folder}/shared{key.replace('/', '_')}"


def making(kind: str, key_of: Any) -> Any:
    """An __init__ of what is made of semaphores or a pipe."""

    def init(original: Any, self: Any, *args: Any, **kwargs: Any) -> None:
        original(self, *args, **kwargs)
        if made_by_program(self):
            self._interleave = mark(kind, key_of(self))

    return init
