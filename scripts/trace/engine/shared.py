"""Shared: multiprocessing's Lock, RLock, Semaphore, Condition, Event and Barrier."""

from __future__ import annotations

from typing import Any

from scripts.trace.engine.instead import instead
from scripts.trace.engine.locks import asking
from scripts.trace.engine.marks import known, made_by_program, making, mark, named
from scripts.trace.engine.names import Thing
from scripts.trace.engine.tell import WHAT, tell
from scripts.trace.engine.waiting import freeing, passing


def semaphore_init(original: Any, self: Any, *args: Any, **kwargs: Any) -> None:
    """SemLock.__init__."""
    original(self, *args, **kwargs)
    if made_by_program(self):
        self._interleave = mark(_kind(self), self._semlock.name)
        self._make_methods()


def _kind(self: Any) -> str:
    return "lock" if type(self).__name__ in ("Lock", "RLock") else "semaphore"


def make_methods(original: Any, self: Any) -> None:
    """SemLock._make_methods: also called in each process that the lock comes to."""
    original(self)
    about = known(self, self._semlock.name)
    if about is None:
        return
    take, free = self._semlock.acquire, self._semlock.release
    is_lock = _kind(self) == "lock"

    def acquire(block: bool = True, timeout: Any = None) -> Any:
        if is_lock:
            given = -1 if timeout is None else timeout
            return asking(about, self, lambda b, t=None: take(b, t), block, given)
        tell("waits", f"asks for a place in {WHAT}", about, owner=self)
        taken = take(block, timeout)
        word, text = ("woken", "has a place in") if taken else ("refused", "gets no place in")
        tell(word, f"{text} {WHAT}", about, owner=self)
        return taken

    def release() -> None:
        word, text = ("released", "releases") if is_lock else ("notifies", "frees a place in")
        tell(word, f"{text} {WHAT}", about, owner=self)
        free()

    self.acquire, self.release = acquire, release


def enter(original: Any, self: Any) -> Any:
    """SemLock.__enter__."""
    return self.acquire() if vars(self).get("_interleave") is not None else original(self)


def leave(original: Any, self: Any, *args: Any) -> Any:
    """SemLock.__exit__."""
    return self.release() if vars(self).get("_interleave") is not None else original(self, *args)


def condition_init(original: Any, self: Any, lock: Any = None, **kwargs: Any) -> None:
    """Condition.__init__: the lock that it makes goes by its name."""
    original(self, lock, **kwargs)
    if made_by_program(self):
        if lock is None:
            self._lock._interleave = mark("condition", self._lock._semlock.name)
            self._lock._make_methods()
        else:
            self._interleave = mark("condition", named("condition", self._sleeping_count))
        self._make_methods()


def thing_of_condition(self: Any) -> Thing | None:
    """Its own, or else that of the lock that it made."""
    own = known(self, named("condition", self._sleeping_count))
    lock: Thing | None = vars(self._lock).get("_interleave")
    return own or (lock if lock is not None and lock.kind == "condition" else None)


def condition_methods(original: Any, self: Any) -> None:
    """Condition._make_methods: also called in each process that it comes to."""
    original(self)
    if thing_of_condition(self) is None:
        return
    told = self._woken_count._semlock.release

    def woken() -> None:
        tell("woken", "goes on", thing_of_condition(self), owner=self)
        told()

    self._woken_count.release = woken


def condition_wait(original: Any, self: Any, timeout: Any = None) -> Any:
    """Condition.wait."""
    about = thing_of_condition(self)
    if about is not None:
        tell("waits", f"waits to be told of {WHAT}", about, owner=self)
    return original(self, timeout)


def condition_notify(original: Any, self: Any, n: int = 1) -> Any:
    """Condition.notify, which notify_all calls."""
    about = thing_of_condition(self)
    if about is not None:
        many = "one process" if n == 1 else "all"
        tell("notifies", f"tells {many} of {WHAT}", about, owner=self)
    return original(self, n)


def knowing(key_of: Any, method: Any) -> Any:
    """A method that finds its thing, as the object may come from another process."""

    def known_first(original: Any, self: Any, *args: Any, **kwargs: Any) -> Any:
        known(self, key_of(self))
        return method(original, self, *args, **kwargs)

    return known_first


def event_key(self: Any) -> str | None:
    """The kernel's name of an event's flag."""
    return named("event", self._flag)


def barrier_key(self: Any) -> str | None:
    """The kernel's name of a barrier's condition."""
    return named("barrier", self._cond._lock)


def install_locks(synchronize: Any) -> None:
    """In multiprocessing.synchronize."""
    instead(synchronize.SemLock, "__init__", semaphore_init)
    instead(synchronize.SemLock, "_make_methods", make_methods)
    instead(synchronize.SemLock, "__enter__", enter)
    instead(synchronize.SemLock, "__exit__", leave)
    instead(synchronize.Condition, "__init__", condition_init)
    instead(synchronize.Condition, "_make_methods", condition_methods)
    instead(synchronize.Condition, "wait", condition_wait)
    instead(synchronize.Condition, "notify", condition_notify)
    event, barrier = synchronize.Event, synchronize.Barrier
    instead(event, "__init__", making("event", event_key))
    going = passing("waits for", f"goes on: {WHAT} is set", f"waits for {WHAT} no longer")
    instead(event, "wait", knowing(event_key, going))
    instead(event, "set", knowing(event_key, freeing(f"sets {WHAT}")))
    instead(barrier, "__init__", making("barrier", barrier_key))
    instead(barrier, "__setstate__", _remember)


def _remember(original: Any, self: Any, state: Any) -> None:
    """Barrier.__setstate__: threading's patched methods look for the thing."""
    original(self, state)
    known(self, barrier_key(self))
