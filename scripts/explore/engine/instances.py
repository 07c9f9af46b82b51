"""Instances and classes, for the walk: those of the program, and of a few libraries."""

import threading
import weakref
from collections import OrderedDict, defaultdict, deque
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scripts.explore.engine.walk import Walk

# Libraries in Python whose objects keep all their state in attributes.
TRUSTED = frozenset(
    {
        "threading", "queue", "concurrent.futures.thread", "concurrent.futures._base",
        "dataclasses", "enum", "fractions", "collections", "types", "contextlib", "typing", "abc",
    }
)  # fmt: skip
# Of those libraries, the classes in C that a program may inherit from.
IN_C = frozenset({deque, defaultdict, OrderedDict})
FILES = ("_io.TextIOWrapper", "_io.BufferedReader", "_io.BufferedWriter", "_io.FileIO")
# What a class that is made by a class statement always has.
USUAL = frozenset(
    {
        "__dict__", "__weakref__", "__module__", "__doc__", "__qualname__", "_abc_impl",
        "__firstlineno__", "__static_attributes__", "__annotations__", "__annotate__",
        "__annotate_func__", "__annotations_cache__",
    }
)  # fmt: skip
# Of a Thread: nothing that the program can see, or all that it sees is in the strand.
OF_THREADS = frozenset(
    {
        "_invoke_excepthook", "_started", "_tstate_lock", "_ident", "_native_id", "_handle",
        "_stderr", "_initialized", "_is_stopped", "_os_thread_handle", "_strand", "_context",
    }
)  # fmt: skip
# Bases written in C whose contents are plain to see.
CONTENTS: dict[type, Any] = {
    list: lambda x: list.__iter__(x),
    tuple: lambda x: tuple.__iter__(x),
    dict: lambda x: [part for item in dict.items(x) for part in item],
    str: lambda x: [str.__str__(x)],
    int: lambda x: [int.__int__(x)],
    float: lambda x: [float.__float__(x)],
    BaseException: lambda x: [x.args, x.__traceback__, x.__cause__, x.__context__],
}


def a_class(walk: "Walk", cls: Any) -> None:
    """A class: by name if it is a library's, with all that is in it if the program's."""
    walk.out.append(("class", cls.__module__, cls.__qualname__))
    if cls.__module__ == "__main__":
        walk.values("bases", cls.__bases__)
        walk.mapping("class", [(k, v) for k, v in vars(cls).items() if k not in USUAL])


def instance(walk: "Walk", x: Any, kind: Any) -> None:
    """An object of a kind that the walk has no rule for."""
    if isinstance(x, type):
        a_class(walk, x)
    elif isinstance(x, weakref.ref):
        walk.values("weak", (x(),))
    elif isinstance(x, ModuleType):
        walk.out.append(("module", x.__name__))
    elif isinstance(x, threading.Thread):
        _thread(walk, x)
    elif _of_known_bases(walk, x, kind):
        walk.value(kind)
        _attributes(walk, x, kind)
    else:
        _of_libraries(walk, x, kind)


def _thread(walk: "Walk", x: Any) -> None:
    strand = x._strand
    walk.out.append(("thread", strand.slot if strand else -1, bool(strand and strand.holder)))
    walk.value(type(x))
    walk.mapping("thread", [(k, v) for k, v in vars(x).items() if k not in OF_THREADS])


def _of_known_bases(walk: "Walk", x: Any, kind: Any) -> bool:
    """Whether all that makes the object is known; adds what its C base holds."""
    for base in kind.__mro__[:-1]:
        if base in CONTENTS:
            walk.values("contents", CONTENTS[base](x))
        elif base in IN_C or not (
            base.__module__ == "__main__"
            or base.__module__ in TRUSTED
            or (base.__module__ in ("builtins", "_queue") and issubclass(base, BaseException))
        ):
            return False
    return True


def _attributes(walk: "Walk", x: Any, kind: Any) -> None:
    try:
        walk.value(object.__getattribute__(x, "__dict__"))
    except AttributeError:
        walk.out.append(("no attributes",))
    for base in kind.__mro__:
        slots = vars(base).get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            slot = vars(base).get(name)
            if type(slot).__name__ == "member_descriptor":
                try:
                    walk.values(name, (slot.__get__(x, kind),))
                except AttributeError:
                    walk.out.append(("no", name))


def _of_libraries(walk: "Walk", x: Any, kind: Any) -> None:
    """Objects of other libraries, as far as what they print is all they are."""
    name = f"{kind.__module__}.{kind.__qualname__}"
    if kind.__module__ in ("typing", "pathlib") or name in ("re.Pattern", "decimal.Decimal"):
        walk.out.append((name, repr(x)))
    elif name == "collections._tuplegetter" or (name in FILES and x.closed):
        walk.out.append((name,))
    else:
        walk.cannot(x)
