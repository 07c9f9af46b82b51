"""Handed: multiprocessing's queues, and the locks of a manager."""

from __future__ import annotations

import os
from typing import Any

from scripts.trace.engine.instead import instead
from scripts.trace.engine.locks import asking, thing
from scripts.trace.engine.marks import known, making
from scripts.trace.engine.names import Thing, shown
from scripts.trace.engine.tell import WHAT, tell


def queue_key(self: Any) -> str:
    """The kernel's name of the pipe under a queue; a pool closes one of its ends."""
    end = self._writer if self._reader.closed else self._reader
    return "" if end.closed else f"queue{os.fstat(end.fileno()).st_ino}"


def put(original: Any, self: Any, item: Any, *args: Any, **kwargs: Any) -> Any:
    """Queue.put and SimpleQueue.put."""
    about = known(self, queue_key(self))
    if about is None:
        return original(self, item, *args, **kwargs)
    if getattr(self, "_sem", None) is not None and self._sem._semlock._is_zero():
        tell("waits", f"waits: {WHAT} is full", about, owner=self)
    else:
        tell("puts", f"puts {shown(item)} into {WHAT}", about, owner=self)
        return original(self, item, *args, **kwargs)
    try:
        original(self, item, *args, **kwargs)
    except Exception:
        tell("refused", f"gives up: {WHAT} is full", about, owner=self)
        raise
    tell("puts", f"puts {shown(item)} into {WHAT}", about, owner=self)
    return None


def get(original: Any, self: Any, *args: Any, **kwargs: Any) -> Any:
    """Queue.get and SimpleQueue.get."""
    about = known(self, queue_key(self))
    if about is None:
        return original(self, *args, **kwargs)
    if self.empty():
        tell("waits", f"waits: {WHAT} is empty", about, owner=self)
    try:
        item = original(self, *args, **kwargs)
    except Exception:
        tell("refused", f"gets nothing from {WHAT}", about, owner=self)
        raise
    tell("gets", f"gets {shown(item)} from {WHAT}", about, owner=self)
    return item


def install_queues(queues: Any) -> None:
    """In multiprocessing.queues."""
    for kind in (queues.Queue, queues.SimpleQueue):
        instead(kind, "__init__", making("queue", queue_key))
        instead(kind, "put", put)
        instead(kind, "get", get)
    instead(queues.JoinableQueue, "put", put)


def proxy_acquire(original: Any, self: Any, blocking: bool = True, timeout: Any = None) -> Any:
    """AcquirerProxy.acquire: a lock that lives in the manager's process."""
    take = lambda b, t=None: original(self, b, t)  # noqa: E731
    return asking(_proxied(self), self, take, blocking, -1 if timeout is None else timeout)


def proxy_release(original: Any, self: Any) -> Any:
    """AcquirerProxy.release."""
    tell("released", f"releases {WHAT}", _proxied(self), owner=self)
    return original(self)


def _proxied(self: Any) -> Thing:
    about: Thing | None = vars(self).get("_interleave")
    if about is None:
        about = self._interleave = thing("lock", f"manager-{self._token.id}")
    return about


def install_managers(managers: Any) -> None:
    """In multiprocessing.managers."""
    kind = managers.AcquirerProxy
    instead(kind, "acquire", proxy_acquire)
    instead(kind, "release", proxy_release)
    instead(kind, "__enter__", lambda _, self: self.acquire())
    instead(kind, "__exit__", lambda _, self, *args: self.release())
