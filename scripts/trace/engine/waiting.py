"""Waiting: threading's Condition, Semaphore, Event and Barrier."""

from __future__ import annotations

import sys
import threading
from typing import Any

from scripts.trace.engine import locks
from scripts.trace.engine.instead import instead
from scripts.trace.engine.tell import WHAT, by_program, caller, is_own, tell

# What a thread says when a library's condition makes it wait, by that condition.
SAYS = "_interleave_says"


def thing_of(self: Any) -> Any:
    """What was noted when the program made this object; None for a library's."""
    return getattr(self, "_interleave", None)


def condition(original: Any, self: Any, lock: Any = None) -> Any:
    """Condition.__init__."""
    if not by_program():
        return original(self, lock)
    self._interleave = locks.thing("condition")
    if lock is None:
        lock = locks.RLock()
        lock.thing, lock.owner = self._interleave, self
    original(self, lock)
    restore = self._acquire_restore

    def _acquire_restore(state: Any) -> None:
        in_time = sys._getframe(1).f_locals.get("gotit", True)
        tell(
            "woken",
            "goes on" if in_time else "goes on: the time is over",
            self._interleave,
            owner=self,
        )
        restore(state)

    self._acquire_restore = _acquire_restore
    return None


def wait(original: Any, self: Any, timeout: Any = None) -> Any:
    """Condition.wait: also where a queue makes a thread wait."""
    if thing_of(self) is not None:
        tell("waits", f"waits to be told of {WHAT}", thing_of(self), owner=self)
    elif hasattr(self, SAYS):
        getattr(self, SAYS)()
    return original(self, timeout)


def notify(original: Any, self: Any, n: int = 1) -> None:
    """Condition.notify."""
    if thing_of(self) is not None and is_own(caller()):
        tell("notifies", f"tells one thread of {WHAT}" if n == 1 else f"tells {n} threads of {WHAT}",
             thing_of(self), owner=self)  # fmt: skip
    original(self, n)


def notify_all(original: Any, self: Any) -> None:
    """Condition.notify_all."""
    if thing_of(self) is not None:
        tell("notifies", f"tells all of {WHAT}", thing_of(self), owner=self)
    original(self)


def making(kind: str) -> Any:
    """An __init__ that notes who made the object."""

    def init(original: Any, self: Any, *args: Any, **kwargs: Any) -> None:
        if by_program():
            self._interleave = locks.thing(kind)
        original(self, *args, **kwargs)

    return init


def passing(verb: str, passed: str, refused: str) -> Any:
    """A method that waits and gives whether it went as wished."""

    def method(original: Any, self: Any, *args: Any, **kwargs: Any) -> Any:
        about = thing_of(self)
        if about is None or not is_own_call():
            return original(self, *args, **kwargs)
        tell("waits", f"{verb} {WHAT}", about, owner=self)
        try:
            done = original(self, *args, **kwargs)
        except threading.BrokenBarrierError:
            tell("woken", f"goes on: {WHAT} is broken", about, owner=self)
            raise
        if done is False:
            tell("refused", refused, about, owner=self)
        else:
            tell("woken", passed, about, owner=self)
        return done

    return method


def is_own_call() -> bool:
    """Not one method of threading calling another: with reaches us directly."""
    frame = caller()
    return frame is None or frame.f_code.co_filename != threading.__file__


def freeing(sentence: str) -> Any:
    """A method that lets others go on."""

    def method(original: Any, self: Any, *args: Any, **kwargs: Any) -> Any:
        if thing_of(self) is not None:
            tell("notifies", sentence, thing_of(self), owner=self)
        return original(self, *args, **kwargs)

    return method


def install() -> None:
    """Change the classes in place: they are Python all through."""
    instead(threading.Condition, "__init__", condition)
    instead(threading.Condition, "wait", wait)
    instead(threading.Condition, "notify", notify)
    instead(threading.Condition, "notify_all", notify_all)
    for kind in (threading.Semaphore, threading.Event, threading.Barrier):
        instead(kind, "__init__", making(kind.__name__.lower()))
    passes = passing("asks for a place in", f"has a place in {WHAT}", f"gets no place in {WHAT}")
    instead(threading.Semaphore, "acquire", passes)
    threading.Semaphore.__enter__ = threading.Semaphore.acquire  # type: ignore[method-assign]
    for semaphore in (threading.Semaphore, threading.BoundedSemaphore):
        instead(semaphore, "release", freeing(f"frees a place in {WHAT}"))
    going = passing("waits for", f"goes on: {WHAT} is set", f"waits for {WHAT} no longer")
    instead(threading.Event, "wait", going)
    instead(threading.Event, "set", freeing(f"sets {WHAT}"))
    together = passing("waits at", f"passes {WHAT}", "")
    instead(threading.Barrier, "wait", together)
    instead(threading.Barrier, "abort", freeing(f"breaks {WHAT}"))
