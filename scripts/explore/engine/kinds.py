"""How the walk adds objects of each kind that it knows."""

import gc
import itertools
import sys
from collections import OrderedDict, defaultdict, deque
from collections.abc import Callable
from functools import partial
from types import (
    BuiltinFunctionType,
    CellType,
    ClassMethodDescriptorType,
    CodeType,
    FunctionType,
    GeneratorType,
    GenericAlias,
    GetSetDescriptorType,
    MappingProxyType,
    MemberDescriptorType,
    MethodDescriptorType,
    MethodType,
    MethodWrapperType,
    ModuleType,
    SimpleNamespace,
    TracebackType,
    UnionType,
    WrapperDescriptorType,
)
from typing import TYPE_CHECKING, Any

from scripts.explore.engine.instances import a_class
from scripts.explore.engine.lock import Lock
from scripts.explore.engine.replaced import Ordered
from scripts.explore.engine.screen import Keyboard, Screen

PLAIN = frozenset({int, str, float, bool, bytes, complex, type(None)})
if TYPE_CHECKING:
    from scripts.explore.engine.walk import Walk

# Iterators that tell by __reduce__ where they stand, without running any code.
SEQUENCES: list[Any] = [[], (), range(0), range(1 << 70), "", "é", b"", bytearray()]
ITERATORS = [type(iter(x)) for x in SEQUENCES]
ITERATORS += [type(reversed([])), reversed, enumerate, zip, map, filter]
DICTS: list[Any] = [{}, {}.values(), {}.items(), set()]
OVER_DICTS = [type(iter(x)) for x in DICTS]
DESCRIBED = [
    MethodDescriptorType, WrapperDescriptorType, ClassMethodDescriptorType,
    MemberDescriptorType, GetSetDescriptorType,
]  # fmt: skip


def _function(walk: "Walk", f: FunctionType) -> None:
    walk.out.append(("function",))
    walk.code(f.__code__)
    if f.__closure__ or f.__defaults__ or f.__kwdefaults__ or f.__dict__:
        walk.values("closure", f.__closure__ or ())
        walk.values("defaults", f.__defaults__ or ())
        walk.mapping("kwdefaults", (f.__kwdefaults__ or {}).items())
        walk.mapping("attributes", f.__dict__.items())


class Unordered(Exception):
    """A set of objects that have no order but that of their addresses."""


def _plain(item: object) -> bool:
    if type(item) in (tuple, frozenset):
        return all(map(_plain, item))  # type: ignore[call-overload]
    return type(item) in PLAIN


def _set(walk: "Walk", x: Any) -> None:
    by_address: Any = object.__hash__
    if any(type(item).__hash__ is by_address for item in x):
        raise Unordered
    if not all(_plain(item) for item in x):
        walk.cannot(x)
    walk.out.append(("size", sys.getsizeof(x)))
    walk.values(type(x).__name__, x)


def _cell(walk: "Walk", x: CellType) -> None:
    try:
        walk.values("cell", (x.cell_contents,))
    except ValueError:
        walk.out.append(("empty cell",))


def _builtin(walk: "Walk", f: Any) -> None:
    walk.out.append(("builtin", f.__name__))
    if not isinstance(f.__self__, ModuleType | type):
        walk.value(f.__self__)


def _over_dict(walk: "Walk", x: Any) -> None:
    walk.values("iterator", gc.get_referents(x)[:1])
    walk.values("rest", x.__reduce__()[1][0])


def _traceback(walk: "Walk", x: TracebackType) -> None:
    shown: TracebackType | None = x
    while shown is not None:
        walk.code(shown.tb_frame.f_code)
        walk.out.append(shown.tb_lineno)
        shown = shown.tb_next


def _lock(walk: "Walk", x: Lock) -> None:
    walk.out.append(("lock", x.holder.slot if x.holder else -1))


def _described(walk: "Walk", x: Any) -> None:
    walk.out.append(("described", x.__objclass__.__qualname__, x.__name__))


def _generator(walk: "Walk", x: Any) -> None:
    walk.generator(walk, x)


Handler = tuple[Callable[["Walk", Any], None], bool]
# How each kind is added, and whether it is no matter which of two equal ones it is.
KINDS: dict[type, Handler] = {
    list: (lambda w, x: w.values("list", x), False),
    tuple: (lambda w, x: w.values("tuple", x), True),
    dict: (lambda w, x: w.mapping("dict", x.items()), False),
    set: (_set, False),
    frozenset: (_set, True),
    deque: (lambda w, x: w.values("deque", (x.maxlen, *x)), False),
    OrderedDict: (lambda w, x: w.mapping("ordered", x.items()), False),
    defaultdict: (
        lambda w, x: w.mapping("default", [(None, x.default_factory), *x.items()]),
        False,
    ),
    Ordered: (lambda w, x: w.values("ordered set", x), False),
    bytearray: (lambda w, x: w.out.append(("bytearray", bytes(x))), False),
    range: (lambda w, x: w.values("range", (x.start, x.stop, x.step)), True),
    slice: (lambda w, x: w.values("slice", (x.start, x.stop, x.step)), True),
    type(...): (lambda w, x: w.out.append(("...",)), True),
    type(NotImplemented): (lambda w, x: w.out.append(("not implemented",)), True),
    object: (lambda w, x: w.out.append(("object",)), False),
    FunctionType: (_function, False),
    MethodType: (lambda w, x: w.values("method", (x.__self__, x.__func__)), True),
    BuiltinFunctionType: (_builtin, True),
    MethodWrapperType: (_builtin, True),
    CellType: (_cell, False),
    CodeType: (lambda w, x: w.code(x), True),
    ModuleType: (lambda w, x: w.out.append(("module", x.__name__)), True),
    type: (lambda w, x: a_class(w, x), False),
    property: (lambda w, x: w.values("property", (x.fget, x.fset, x.fdel)), False),
    staticmethod: (lambda w, x: w.values("static", (x.__func__,)), False),
    classmethod: (lambda w, x: w.values("of class", (x.__func__,)), False),
    partial: (lambda w, x: w.values("partial", (x.func, x.args, x.keywords, x.__dict__)), False),
    SimpleNamespace: (lambda w, x: w.mapping("namespace", vars(x).items()), False),
    MappingProxyType: (lambda w, x: w.mapping("proxy", x.items()), True),
    GeneratorType: (_generator, False),
    TracebackType: (_traceback, True),
    GenericAlias: (lambda w, x: w.values("alias", (x.__origin__, x.__args__)), True),
    UnionType: (lambda w, x: w.values("union", x.__args__), True),
    Lock: (_lock, False),
    Screen: (lambda w, x: w.out.append(("screen",)), True),
    Keyboard: (lambda w, x: w.out.append(("keyboard",)), True),
    itertools.count: (lambda w, x: w.out.append(("count", repr(x))), False),
    **{kind: (lambda w, x: w.value(x.__reduce__()), False) for kind in ITERATORS},
    **{kind: (_over_dict, False) for kind in OVER_DICTS},
    **{kind: (_described, True) for kind in DESCRIBED},
}
