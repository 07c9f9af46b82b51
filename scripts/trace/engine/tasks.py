"""Tasks: asyncio. Each task is a strand of its own."""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

from scripts.trace.engine.instead import instead
from scripts.trace.engine.locks import thing
from scripts.trace.engine.names import shown
from scripts.trace.engine.tell import HIDDEN, TO, WHAT, Here, by_program, number, record, tell
from scripts.trace.engine.waiting import freeing, making, thing_of

# Coroutines with which asyncio.run clears up.
OWN_AFFAIR = ("shutdown_asyncgens", "shutdown_default_executor")
strands: WeakKeyDictionary[Any, int] = WeakKeyDictionary()
beginning: list[int] = []  # strands of tasks that are being made
eager: set[int] = set()  # those that began meanwhile


def create_task(original: Any, self: Any, coro: Any, **kwargs: Any) -> Any:
    """BaseEventLoop.create_task: all tasks come from here."""
    name = getattr(coro, "__name__", "")
    if name in OWN_AFFAIR:
        task = original(self, coro, **kwargs)
        strands[task] = HIDDEN
        return task
    strand = number("strands")
    beginning.append(strand)
    # It stands in the loop's queue directly before the task's first step.
    handle = self.call_soon(tell_birth, strand)
    tell("starts", f"starts {TO}", to=strand)
    try:
        task = original(self, coro, **kwargs)
    except BaseException:
        handle.cancel()
        raise
    finally:
        beginning.remove(strand)
    record(strand=strand, name=f"{task.get_name() or 'Task'} ({name})", kind="task")
    strands[task] = strand
    task.add_done_callback(tell_end)
    return task


def tell_birth(strand: int) -> None:
    """A task takes its first step."""
    if strand not in eager:
        tell("born", "begins", by=strand, line=0)


def tell_end(task: Any) -> None:
    """A task is done. Its exception is not asked for: that would count as seen."""
    error = None if task.cancelled() else getattr(task, "_exception", None)
    how = "is cancelled" if task.cancelled() else "ends"
    if error is not None:
        how = f"ends by {type(error).__name__}"
    tell("ended", how, by=strands.get(task, HIDDEN), line=0)


def install_events(base_events: Any) -> None:
    """In asyncio.base_events."""
    from asyncio import events, tasks

    def running() -> int | None:
        loop = events._get_running_loop()
        task = tasks.current_task(loop) if loop is not None else None
        if task is None:
            return None
        if task not in strands and beginning:  # it runs before create_task gives it back
            strands[task] = strand = beginning[-1]
            tell_birth(strand)
            eager.add(strand)
        return strands.get(task)

    Here.task = running
    instead(base_events.BaseEventLoop, "create_task", create_task)


def install_sleep(tasks: Any) -> None:
    """asyncio.sleep."""
    original = tasks.sleep

    async def slept(delay: Any, *args: Any, **kwargs: Any) -> Any:
        tell("sleeps", f"sleeps {delay:g} s")
        result = await original(delay, *args, **kwargs)
        tell("wakes", "wakes")
        return result

    slept.__name__ = slept.__qualname__ = "sleep"

    def sleep(delay: Any, *args: Any, **kwargs: Any) -> Any:
        function = slept if by_program() and isinstance(delay, (int, float)) else original
        return function(delay, *args, **kwargs)

    tasks.sleep = sleep


async def acquire(original: Any, self: Any) -> Any:
    """Lock.acquire."""
    about = thing_of(self)
    if about is None:
        return await original(self)
    tell("asks", f"asks for {WHAT}", about, owner=self)
    try:
        taken = await original(self)
    except BaseException:
        tell("refused", f"does not get {WHAT}", about, owner=self)
        raise
    tell("got", f"gets {WHAT}", about, owner=self)
    return taken


def release(original: Any, self: Any) -> None:
    """Lock.release."""
    if thing_of(self) is not None and self.locked():
        tell("released", f"releases {WHAT}", thing_of(self), owner=self)
    original(self)


def condition_init(original: Any, self: Any, *args: Any, **kwargs: Any) -> None:
    """Condition.__init__: the lock that it makes goes by its name."""
    original(self, *args, **kwargs)
    if by_program():
        self._interleave = thing("condition")
        if thing_of(self._lock) is None:
            self._lock._interleave = self._interleave


def passing(verb: str, passed: str) -> Any:
    """A coroutine that waits."""

    async def method(original: Any, self: Any, *args: Any, **kwargs: Any) -> Any:
        about = thing_of(self)
        if about is None:
            return await original(self, *args, **kwargs)
        tell("waits", f"{verb} {WHAT}", about, owner=self)
        try:
            done = await original(self, *args, **kwargs)
        except BaseException:
            tell("refused", f"waits for {WHAT} no longer", about, owner=self)
            raise
        tell("woken", passed, about, owner=self)
        return done

    return method


def install_locks(locks: Any) -> None:
    """In asyncio.locks."""
    instead(locks.Lock, "__init__", making("lock"))
    instead(locks.Lock, "acquire", acquire)
    instead(locks.Lock, "release", release)
    instead(locks.Condition, "__init__", condition_init)
    instead(locks.Condition, "wait", passing("waits to be told of", "goes on"))
    for name, sentence in (("notify", f"tells of {WHAT}"), ("notify_all", f"tells all of {WHAT}")):
        instead(locks.Condition, name, freeing(sentence))
    instead(locks.Event, "__init__", making("event"))
    instead(locks.Event, "wait", passing("waits for", f"goes on: {WHAT} is set"))
    instead(locks.Event, "set", freeing(f"sets {WHAT}"))
    instead(locks.Semaphore, "__init__", making("semaphore"))
    instead(locks.Semaphore, "acquire", passing("asks for a place in", f"has a place in {WHAT}"))
    for kind in (locks.Semaphore, locks.BoundedSemaphore):
        if "release" in vars(kind):
            instead(kind, "release", freeing(f"frees a place in {WHAT}"))
    if hasattr(locks, "Barrier"):
        instead(locks.Barrier, "__init__", making("barrier"))
        instead(locks.Barrier, "wait", passing("waits at", f"passes {WHAT}"))


def queue_init(original: Any, self: Any, *args: Any, **kwargs: Any) -> None:
    """Queue.__init__: a queue of the program's tells at the moment when it changes."""
    original(self, *args, **kwargs)
    if not by_program():
        return
    about = self._interleave = thing("queue")
    put, get = self._put, self._get

    def _put(item: Any) -> None:
        tell("puts", f"puts {shown(item)} into {WHAT}", about, owner=self)
        put(item)

    def _get() -> Any:
        item = get()
        tell("gets", f"gets {shown(item)} from {WHAT}", about, owner=self)
        return item

    self._put, self._get = _put, _get


def waiting_if(state: str) -> Any:
    """A put or get that waits while the queue is full or empty."""

    async def method(original: Any, self: Any, *args: Any) -> Any:
        if thing_of(self) is not None and getattr(self, state)():
            tell("waits", f"waits: {WHAT} is {state}", thing_of(self), owner=self)
        return await original(self, *args)

    return method


def install_queues(queues: Any) -> None:
    """In asyncio.queues."""
    instead(queues.Queue, "__init__", queue_init)
    instead(queues.Queue, "put", waiting_if("full"))
    instead(queues.Queue, "get", waiting_if("empty"))
    done = passing("waits until all is done of", f"goes on: all of {WHAT} is done")
    instead(queues.Queue, "join", done)
