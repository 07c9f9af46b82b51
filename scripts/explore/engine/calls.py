"""Calls: what a frame has called, found without running any code."""

import ast
import dis
import inspect
from collections.abc import Iterator
from types import CodeType, FrameType, FunctionType, MethodType
from typing import Any

from scripts.explore.engine import visible
from scripts.explore.engine.sites import Site

ENGINE = __file__.rpartition("/")[0]
PLACES: dict[tuple[int, int], int] = {}


def called_by(frame: FrameType, site: Site) -> Iterator[Any]:
    """What may run when a thread stands at this site: functions, or a generator's code."""
    node = site.node
    if isinstance(node, ast.Call):
        found = _look_up(node.func, frame)
        if isinstance(found, type):
            found = inspect.getattr_static(found, "__init__", None)
        yield _function(found)
    elif isinstance(node, ast.With):
        for item in node.items:
            manager = type(_look_up(item.context_expr, frame))
            for name in ("__enter__", "__exit__"):
                yield _function(inspect.getattr_static(manager, name, None))
    elif isinstance(node, ast.For):
        yield getattr(_look_up(node.iter, frame), "gi_code", None)


def _look_up(node: ast.expr, frame: FrameType) -> Any:
    """The value of a name or of attributes of one, without running any code; or None."""
    if isinstance(node, ast.NamedExpr):
        return _look_up(node.target, frame)
    if isinstance(node, ast.Name):
        for names in (frame.f_locals, frame.f_globals, frame.f_builtins):
            if node.id in names:
                return names[node.id]
    elif isinstance(node, ast.Attribute):
        base = _look_up(node.value, frame)
        return inspect.getattr_static(base, node.attr, None) if base is not None else None
    return None


def _function(found: Any) -> FunctionType | None:
    if isinstance(found, staticmethod | classmethod | MethodType):
        found = found.__func__
    return found if isinstance(found, FunctionType) else None


def place(code: CodeType, instruction: int) -> int:
    """An instruction's number, whichever way Python has come to run it.

    A specialised instruction may stand at its own cache, and Python 3.11 makes
    a call of two instructions and stands at either while the call runs.
    """
    known = PLACES.get((id(code), instruction))
    if known is None:
        known, precall = instruction, False
        for one in dis.get_instructions(code):
            if one.offset > instruction and not precall:
                break
            known, precall = one.offset, one.opname == "PRECALL"
        if not code.co_filename.startswith("<"):  # such code comes and goes
            PLACES[id(code), instruction] = known
    return known


def is_engine(code: CodeType) -> bool:
    """Whether code belongs to this package, not to the program or a library."""
    return code.co_filename.startswith(ENGINE) and code.co_filename != visible.__file__
