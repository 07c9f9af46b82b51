"""Names: what the program calls a lock, a queue or a pipe.

A name that leads to it from the program's own names is told as it is written
in Python: lock, forks[1], account.lock. Where it was made is told as well.
"""

from __future__ import annotations

import os
from _thread import RLock
from collections.abc import Iterator
from itertools import islice
from types import FrameType
from typing import Any, ClassVar

MANY = 200  # values looked at in one container
MOST = 5000  # values looked at on one level
DEPTH = 4  # levels, as in nodes[0].locks["in"]
LONGEST = 40  # characters of one value, and of one key
PLAIN = (str, int, float, bool, type(None), bytes, list, tuple, dict, set, frozenset)


class Thing:
    """Something that strands meet at.

    key: tells it from all others in all processes; line: where it was made;
    nth: how many were made there before.
    """

    __slots__ = ("key", "kind", "line", "nth", "told")
    made: ClassVar[dict[int, int]] = {}
    making: ClassVar[Any] = RLock()
    count = 0

    def __init__(self, kind: str, line: int, key: str = "") -> None:
        with Thing.making:
            Thing.count += 1
            self.nth = Thing.made.get(line, 0)
            Thing.made[line] = self.nth + 1
            self.key = key or f"{os.getpid()}.{Thing.count}"
        self.kind = kind
        self.line = line
        self.told = False


def place(owner: Any, frame: FrameType | None) -> dict[str, str]:
    """The names that lead to an object: of the module, and of the running function."""
    if owner is None or frame is None:
        return {}
    found = {"path": _search(owner, frame.f_globals), "local": ""}
    while frame is not None and not found["local"]:
        if frame.f_locals is not frame.f_globals:
            found["local"] = _search(owner, frame.f_locals)
        frame = frame.f_back
    return found


def _search(owner: Any, names: Any) -> str:
    try:
        values = [(name, value) for name, value in list(names.items()) if name[:2] != "__"]
    except RuntimeError:  # another thread has made a name meanwhile
        return ""
    level: list[tuple[str, Any]] = values
    for _ in range(DEPTH):
        for path, value in level:
            if value is owner:
                return path
        inside = (one for path, value in level for one in _inside(path, value))
        level = list(islice(inside, MOST))
    return ""


def _inside(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    """What a container or an object of the program holds."""
    try:
        kind = type(value)  # no other method of the program's is called than of these
        if issubclass(kind, (list, tuple)):
            items = islice((list if issubclass(kind, list) else tuple).__iter__(value), MANY)
            yield from [(f"{path}[{i}]", one) for i, one in enumerate(items)]
        elif issubclass(kind, dict):
            items = islice(dict.items(value), MANY)
            yield from [(f"{path}[{key!r}]", v) for key, v in items if isinstance(key, (str, int))]
        elif (value if kind is type else kind).__module__ in ("__main__", "__mp_main__"):
            fields = dict(object.__getattribute__(value, "__dict__"))
            yield from [(f"{path}.{key}", v) for key, v in fields.items() if key[:2] != "__"]
    except (RuntimeError, AttributeError):
        return


def shown(value: object) -> str:
    """A value as print shows it; of anything but plain data, its type."""
    text = str(value) if plain(value) else f"a {type(value).__name__}"
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def plain(value: object, depth: int = 3) -> bool:
    """Whether a value is plain data all through, and not large."""
    if type(value) not in PLAIN or depth == 0:
        return False
    if isinstance(value, dict):
        return len(value) < 20 and all(plain(x, depth - 1) for kv in value.items() for x in kv)
    if isinstance(value, (list, tuple, set, frozenset)):
        return len(value) < 20 and all(plain(x, depth - 1) for x in value)
    return not isinstance(value, int) or abs(value) < 10**LONGEST


def call(function: Any, args: Any) -> str:
    """A call as it is written, short; of a chunk of a map, all its calls."""
    if getattr(function, "args", None):  # a partial
        function, args = function.func, (*function.args, *args)
    if getattr(function, "__name__", "") == "run" and args and callable(args[0]):
        function, args = args[0], args[1:]  # asyncio.to_thread runs in a context
    name = getattr(function, "__name__", type(function).__name__)
    if name == "_process_chunk":
        return ", ".join(call(args[0], given) for given in args[1])
    if name in ("mapstar", "starmapstar"):
        one = name == "mapstar"
        inner, chunk = args[0]
        return ", ".join(call(inner, (given,) if one else given) for given in chunk)
    text = f"{name}({', '.join(repr(x) if plain(x) else shown(x) for x in args)})"
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
