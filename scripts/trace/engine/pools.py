"""Pools: multiprocessing.Pool, whose processes get calls from a queue."""

from __future__ import annotations

from typing import Any

from scripts.trace.engine.instead import instead
from scripts.trace.engine.locks import thing
from scripts.trace.engine.names import call, shown
from scripts.trace.engine.tell import WHAT, tell
from scripts.trace.engine.waiting import thing_of


def handing(original: Any, self: Any, func: Any, *args: Any, **kwargs: Any) -> Any:
    """The methods that give work to a pool."""
    if thing_of(self) is None:
        self._interleave = thing("pool")
    name = getattr(func, "__name__", "a function")
    tell("puts", f"hands calls of {name} to {WHAT}", thing_of(self), owner=self)
    return original(self, func, *args, **kwargs)


def getting(original: Any, self: Any, timeout: Any = None) -> Any:
    """ApplyResult.get, and next() of what imap gives."""
    if self._items if hasattr(self, "_items") else self.ready():
        return original(self, timeout)
    tell("waits", "waits for the pool's results")
    try:
        return original(self, timeout)
    finally:
        tell("woken", "goes on: the pool's results are there")


class Calls:
    """The queues of a process of a pool."""

    def __init__(self, queue: Any) -> None:
        self.queue = queue

    def __getattr__(self, name: str) -> Any:
        return getattr(self.queue, name)

    def get(self) -> Any:
        """The next call."""
        task = self.queue.get()
        if task is not None:
            tell("gets", f"begins {call(task[2], task[3])}")
        return task

    def put(self, answer: Any) -> None:
        """Its result."""
        ok, value = answer[2]
        tell("puts", f"gives back {shown(value)}" if ok else f"fails by {type(value).__name__}")
        self.queue.put(answer)


def worker(original: Any, calls: Any, answers: Any, *args: Any, **kwargs: Any) -> None:
    """multiprocessing.pool.worker: the whole work of one process."""
    original(Calls(calls), Calls(answers), *args, **kwargs)


def install(pool: Any) -> None:
    """In multiprocessing.pool."""
    for name in ("apply_async", "_map_async", "imap", "imap_unordered"):
        instead(pool.Pool, name, handing)
    instead(pool.ApplyResult, "get", getting)
    instead(pool.IMapIterator, "next", getting)
    pool.IMapIterator.__next__ = pool.IMapIterator.next
    instead(pool, "worker", worker)
