"""The walk: whatever can be reached from some objects, as one flat list.

Two worlds give the same list only if no program could tell them apart: plain
values stand for themselves; everything else gets a number when it is met first,
in an order that the program's own structure fixes, and never an address. For an
object of a kind that is not known here, `unknown` names it, and the state it
belongs to is never taken for another.
"""

from collections.abc import Callable, Iterable
from types import CodeType
from typing import Any

from scripts.explore.engine.instances import instance
from scripts.explore.engine.kinds import KINDS, PLAIN


class Walk:
    """The list so far (out), and the number of each object met (seen)."""

    def __init__(self, generator: Callable[["Walk", Any], None]) -> None:
        self.out: list[Any] = []
        self.seen: dict[int, int] = {}
        self.keep: list[Any] = []
        self.unknown = ""
        self.generator = generator

    def value(self, x: Any) -> None:
        """Add one value, and what can be reached from it."""
        kind = type(x)
        if kind in PLAIN:
            self.out.append(x)
            return
        known = KINDS.get(kind)
        if known is None:
            if self.is_new(x):
                instance(self, x, kind)
        elif known[1] or self.is_new(x):
            known[0](self, x)

    def is_new(self, x: Any) -> bool:
        """Whether an object is met for the first time; if not, its number is added."""
        number = self.seen.setdefault(id(x), len(self.seen))
        if number == len(self.keep):
            self.keep.append(x)
            return True
        self.out.append((number,))
        return False

    def values(self, mark: str, items: Iterable[Any]) -> None:
        """Add a sequence."""
        items, out = list(items), self.out
        out.append((mark, len(items)))
        for item in items:
            if type(item) in PLAIN:
                out.append(item)
            else:
                self.value(item)

    def mapping(self, mark: str, items: Iterable[tuple[Any, Any]]) -> None:
        """Add keys and values in their order."""
        pairs, out = list(items), self.out
        out.append((mark, len(pairs)))
        for key, item in pairs:
            if type(key) is str:
                out.append(key)
            else:
                self.value(key)
            if type(item) in PLAIN:
                out.append(item)
            else:
                self.value(item)

    def code(self, code: CodeType) -> None:
        """Add a code object: those of files are the same ones in every run."""
        if code.co_filename.startswith("<"):
            self.out.append(("code", code.co_qualname, code.co_code, repr(code.co_names)))
            self.values("consts", [x for x in code.co_consts if type(x) in PLAIN])
        else:
            self.out.append(("code", id(code)))

    def cannot(self, x: Any) -> None:
        """There is no telling what state this object is in."""
        self.unknown = self.unknown or f"{type(x).__module__}.{type(x).__qualname__}"
