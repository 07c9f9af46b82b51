"""Locks: what the program gets for threading.Lock and RLock."""

from __future__ import annotations

import _thread
import threading
from typing import Any

from scripts.trace.engine.names import Thing
from scripts.trace.engine.tell import WHAT, by_program, own_frame, tell

new_lock = _thread.allocate_lock


def thing(kind: str, key: str = "") -> Thing:
    """A thing that the program makes now."""
    frame = own_frame()
    return Thing(kind, frame.f_lineno if frame is not None else 0, key)


def asking(about: Thing, owner: Any, take: Any, blocking: bool, timeout: float) -> bool:
    """Acquire with its events."""
    tell("asks", f"asks for {WHAT}", about, owner=owner)
    taken = take(blocking, timeout) if timeout != -1 else take(blocking)
    if taken:
        tell("got", f"gets {WHAT}", about, owner=owner)
        return True
    why = f"gives up on {WHAT} after {timeout:g} s" if blocking else f"does not get {WHAT}"
    tell("refused", why, about, owner=owner)
    return False


class Lock:
    """A lock of the program's: Python's own, and its events."""

    __slots__ = ("__weakref__", "_lock", "owner", "thing")

    def __new__(cls) -> Any:
        """Libraries go on with Python's own."""
        return super().__new__(cls) if by_program() else new_lock()

    def __init__(self) -> None:
        self._lock = new_lock()
        self.thing = thing("lock")
        self.owner: Any = self

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """As threading.Lock.acquire."""
        return asking(self.thing, self.owner, self._lock.acquire, blocking, timeout)

    def release(self) -> None:
        """As threading.Lock.release."""
        if self._lock.locked():
            tell("released", f"releases {WHAT}", self.thing, owner=self.owner)
        self._lock.release()

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *_: object) -> None:
        self.release()

    def locked(self) -> bool:
        """As threading.Lock.locked."""
        return self._lock.locked()

    def __repr__(self) -> str:
        return repr(self._lock)

    def __reduce__(self) -> Any:
        return self._lock.__reduce_ex__(2)

    def _at_fork_reinit(self) -> None:
        self._lock._at_fork_reinit()  # type: ignore[attr-defined]

    acquire_lock, release_lock, locked_lock = acquire, release, locked


class RLock(_thread.RLock):  # type: ignore[misc]  # it is not final
    """A lock that its holder can take again; depth: how often it has."""

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Libraries go on with Python's own."""
        return super().__new__(cls) if by_program() else _thread.RLock()

    def __init__(self) -> None:
        self.thing = thing("lock")
        self.owner: Any = self
        self.depth = 0

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """As threading.RLock.acquire."""
        taken = asking(self.thing, self.owner, super().acquire, blocking, timeout)
        self.depth += taken
        return taken

    def release(self) -> None:
        """As threading.RLock.release."""
        if self._is_owned():  # type: ignore[attr-defined]
            tell("released", f"releases {WHAT}", self.thing, owner=self.owner)
            self.depth -= 1
        super().release()

    def __enter__(self, *_: object) -> bool:
        return self.acquire()

    def __exit__(self, *_: object) -> None:
        self.release()

    def _release_save(self) -> Any:
        depth, self.depth = self.depth, 0
        for _ in range(depth):
            tell("released", f"releases {WHAT}", self.thing, owner=self.owner)
        return super()._release_save(), depth  # type: ignore[misc]

    def _acquire_restore(self, state: Any) -> None:
        tell("asks", f"asks for {WHAT}", self.thing, owner=self.owner)
        super()._acquire_restore(state[0])  # type: ignore[misc]
        self.depth = state[1]
        for _ in range(self.depth):
            tell("got", f"gets {WHAT}", self.thing, owner=self.owner)


def install() -> None:
    """In the module, so that from threading import Lock finds them."""
    threading.Lock = Lock  # type: ignore[assignment]
    threading.RLock = RLock
