"""Futures: the executors of concurrent.futures."""

from __future__ import annotations

from typing import Any

from scripts.trace.engine.instead import instead
from scripts.trace.engine.locks import thing
from scripts.trace.engine.names import Thing, call, shown
from scripts.trace.engine.tell import WHAT, local, tell
from scripts.trace.engine.waiting import thing_of


def submit(original: Any, self: Any, fn: Any, *args: Any, **kwargs: Any) -> Any:
    """Executor.submit."""
    if thing_of(self) is None:
        self._interleave = thing("executor")
    tell("puts", f"hands {call(fn, args)} to {WHAT}", thing_of(self), owner=self)
    local.result = thing("result")
    try:
        return original(self, fn, *args, **kwargs)
    finally:
        local.result = None


def future_init(original: Any, self: Any) -> None:
    """Future.__init__: the one that submit gives back."""
    original(self)
    about = getattr(local, "result", None)
    if about is not None:
        self._interleave, local.result = about, None


def result(original: Any, self: Any, timeout: Any = None) -> Any:
    """Future.result and exception."""
    about: Thing | None = thing_of(self)
    if about is None or self.done():
        return original(self, timeout)
    tell("waits", f"waits for {WHAT}", about, owner=self)
    try:
        return original(self, timeout)
    finally:
        if self.done():
            tell("woken", f"goes on: {WHAT} is there", about, owner=self)
        else:
            tell("refused", f"waits for {WHAT} no longer", about, owner=self)


def set_result(original: Any, self: Any, value: Any) -> None:
    """Future.set_result."""
    if thing_of(self) is not None:
        tell("notifies", f"has a result: {shown(value)}", thing_of(self), owner=self)
    original(self, value)


def set_exception(original: Any, self: Any, error: Any) -> None:
    """Future.set_exception."""
    if thing_of(self) is not None:
        tell("notifies", f"has failed: {type(error).__name__}", thing_of(self), owner=self)
    original(self, error)


def work(original: Any, self: Any, *args: Any) -> None:
    """_WorkItem.run: a worker thread has taken a call."""
    task = getattr(self, "task", None) or (getattr(self, "fn", None), getattr(self, "args", ()))
    tell("gets", f"begins {call(task[0], task[1])}")
    original(self, *args)


def waiters(original: Any, *args: Any) -> Any:
    """What as_completed() and wait() wait with."""
    waiter = original(*args)
    waiter.event._interleave = thing("the next result")
    return waiter


class Calls:
    """The queue through which a process of a pool gets its calls."""

    def __init__(self, queue: Any) -> None:
        self.queue = queue

    def __getattr__(self, name: str) -> Any:
        return getattr(self.queue, name)

    def get(self, *args: Any, **kwargs: Any) -> Any:
        """The next call."""
        item = self.queue.get(*args, **kwargs)
        if item is not None:
            tell("gets", f"begins {call(item.fn, item.args)}")
        return item


def process_worker(original: Any, calls: Any, *args: Any, **kwargs: Any) -> None:
    """_process_worker: the whole work of a process of a pool."""
    original(Calls(calls), *args, **kwargs)


def install_base(base: Any) -> None:
    """In concurrent.futures._base."""
    instead(base.Future, "__init__", future_init)
    for name in ("result", "exception"):
        instead(base.Future, name, result)
    instead(base.Future, "set_result", set_result)
    instead(base.Future, "set_exception", set_exception)
    instead(base, "_create_and_install_waiters", waiters)


def install_threads(module: Any) -> None:
    """In concurrent.futures.thread."""
    instead(module.ThreadPoolExecutor, "submit", submit)
    instead(module._WorkItem, "run", work)


def install_processes(module: Any) -> None:
    """In concurrent.futures.process."""
    instead(module.ProcessPoolExecutor, "submit", submit)
    instead(module, "_process_worker", process_worker)
