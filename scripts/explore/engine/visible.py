"""What Python does out of sight, done where its values have names.

A comprehension, sum() or Executor.map keeps what it has so far where no state
could show it. While an element waits for another thread, that matters.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures._base import _result_or_cancel  # type: ignore[attr-defined]
from typing import Any


def listed(items: Iterable[Any]) -> list[Any]:
    """[... for ...], and list() of it."""
    found = []
    for item in items:
        found.append(item)
    return found


def tupled(items: Iterable[Any]) -> tuple[Any, ...]:
    """tuple() of a comprehension."""
    return tuple(listed(items))


def collected(items: Iterable[Any]) -> set[Any]:
    """{... for ...}, and set() of it."""
    found = set()
    for item in items:
        found.add(item)
    return found


def mapped(items: Iterable[tuple[Any, Any]]) -> dict[Any, Any]:
    """{...: ... for ...}."""
    found = {}
    for key, value in items:
        found[key] = value
    return found


def summed(items: Iterable[Any]) -> Any:
    """sum() of a comprehension."""
    found = 0
    for item in items:
        found = found + item
    return found


def all_of(items: Iterable[Any]) -> bool:
    """all() of a comprehension."""
    for item in items:  # noqa: SIM110  a generator would hide where it is
        if not item:
            return False
    return True


def any_of(items: Iterable[Any]) -> bool:
    """any() of a comprehension."""
    for item in items:  # noqa: SIM110
        if item:
            return True
    return False


def executor_map(
    self: ThreadPoolExecutor,
    fn: Callable[..., Any],
    *iterables: Iterable[Any],
    timeout: float | None = None,
    chunksize: int = 1,
    **_: Any,
) -> Iterator[Any]:
    """Executor.map, as concurrent.futures has it."""
    end = 0.0 if timeout is None else timeout + time.monotonic()
    futures: list[Future[Any]] = []
    arguments = zip(*iterables)  # noqa: B905  as the original
    for given in arguments:
        futures.append(self.submit(fn, *given))
    return results(futures, None if timeout is None else end)


def results(futures: list["Future[Any]"], end: float | None) -> Iterator[Any]:
    """The results in order; cancels the rest when nobody wants more."""
    try:
        futures.reverse()
        while futures:
            if end is None:
                yield _result_or_cancel(futures.pop())
            else:
                yield _result_or_cancel(futures.pop(), end - time.monotonic())
    finally:
        for future in futures:
            future.cancel()


# By the name that the program calls: what is put in its place around a comprehension.
CALLS = {
    "list": listed, "tuple": tupled, "set": collected, "sum": summed, "all": all_of,
    "any": any_of, "dict": mapped,
}  # fmt: skip
