"""Queues: those of the queue module."""

from __future__ import annotations

from typing import Any

from scripts.trace.engine import locks
from scripts.trace.engine.instead import instead
from scripts.trace.engine.names import shown
from scripts.trace.engine.tell import WHAT, by_program, tell
from scripts.trace.engine.waiting import SAYS, thing_of


def init(original: Any, self: Any, *args: Any, **kwargs: Any) -> None:
    """Queue.__init__: a queue of the program's tells at the moment when it changes."""
    original(self, *args, **kwargs)
    if not by_program():
        return
    about = self._interleave = locks.thing("queue")
    put, get = self._put, self._get

    def _put(item: Any) -> None:
        tell("puts", f"puts {shown(item)} into {WHAT}", about, owner=self)
        put(item)

    def _get() -> Any:
        item = get()
        tell("gets", f"gets {shown(item)} from {WHAT}", about, owner=self)
        return item

    def says(sentence: str) -> Any:
        return lambda: tell("waits", sentence, about, owner=self)

    self._put, self._get = _put, _get
    setattr(self.not_empty, SAYS, says(f"waits: {WHAT} is empty"))
    setattr(self.not_full, SAYS, says(f"waits: {WHAT} is full"))
    setattr(self.all_tasks_done, SAYS, says(f"waits until all of {WHAT} is done"))


def giving_up(error: type[Exception], sentence: str) -> Any:
    """A put or get that may fail."""

    def method(original: Any, self: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return original(self, *args, **kwargs)
        except error:
            if thing_of(self) is not None:
                tell("refused", sentence, thing_of(self), owner=self)
            raise

    return method


def join(original: Any, self: Any) -> None:
    """Queue.join."""
    waits = bool(self.unfinished_tasks) and thing_of(self) is not None
    original(self)
    if waits:
        tell("woken", f"goes on: all of {WHAT} is done", thing_of(self), owner=self)


def install(queue: Any) -> None:
    """Change the class in place, and SimpleQueue, which is C, by one beside it."""
    instead(queue.Queue, "__init__", init)
    instead(queue.Queue, "put", giving_up(queue.Full, f"gives up: {WHAT} is full"))
    instead(queue.Queue, "get", giving_up(queue.Empty, f"gives up: {WHAT} is empty"))
    instead(queue.Queue, "join", join)
    original = queue.SimpleQueue

    class SimpleQueue(original):  # type: ignore[misc, valid-type]
        """A SimpleQueue of the program's."""

        def __new__(cls) -> Any:
            """Libraries go on with Python's own."""
            return super().__new__(cls) if by_program() else original()

        def __init__(self) -> None:
            self._interleave = locks.thing("queue")

        def put(self, item: Any, block: bool = True, timeout: Any = None) -> None:
            tell("puts", f"puts {shown(item)} into {WHAT}", self._interleave, owner=self)
            super().put(item, block, timeout)

        def get(self, block: bool = True, timeout: Any = None) -> Any:
            if block and self.empty():
                tell("waits", f"waits: {WHAT} is empty", self._interleave, owner=self)
            try:
                item = super().get(block, timeout)
            except queue.Empty:
                tell("refused", f"gives up: {WHAT} is empty", self._interleave, owner=self)
                raise
            tell("gets", f"gets {shown(item)} from {WHAT}", self._interleave, owner=self)
            return item

    queue.SimpleQueue = SimpleQueue
