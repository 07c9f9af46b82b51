"""The program: its instrumented copy, on the same lines and under the same name."""

from __future__ import annotations

import ast
import builtins
import sys
from importlib.machinery import ModuleSpec, SourceFileLoader
from time import monotonic_ns
from types import CodeType, FrameType
from typing import Any

from scripts.trace.engine.names import shown
from scripts.trace.engine.tell import Here, local, tell

DONE = (ast.Expr, ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Delete)
parts: list[list[str | CodeType]] = []


def code_of(file: str, steps: list[dict[str, Any]]) -> CodeType:
    """The program's code with a call at each labelled statement."""
    with open(file, "rb") as text:
        tree = ast.parse(text.read(), file)
    places = {(step["line"], step["column"]): n for n, step in enumerate(steps)}
    statements = [node for node in ast.walk(tree) if isinstance(node, ast.stmt)]
    labels = {node: places.get((node.lineno, node.col_offset)) for node in statements}
    parts[:] = [[_part(part) for part in step["parts"]] for step in steps]
    for node in list(ast.walk(tree)):
        for field, block in ast.iter_fields(node):
            if isinstance(block, list) and block and isinstance(block[0], ast.stmt):
                setattr(node, field, [one for inner in block for one in _around(inner, labels)])
    first = tree.body[0] if tree.body else ast.Pass(lineno=1, col_offset=0)
    tree.body.insert(_start(tree), _call("begin", first))
    return compile(ast.fix_missing_locations(tree), file, "exec", dont_inherit=True)


def _part(part: Any) -> str | CodeType:
    """A text, or the expression of a name."""
    return part if isinstance(part, str) else compile(part["name"], "<label>", "eval")


def _start(tree: ast.Module) -> int:
    """How many statements must stay first."""
    count = int(bool(tree.body) and ast.get_docstring(tree, clean=False) is not None)
    for node in tree.body[count:]:
        if not (isinstance(node, ast.ImportFrom) and node.module == "__future__"):
            break
        count += 1
    return count


def _around(node: Any, labels: dict[ast.stmt, int | None]) -> list[ast.stmt]:
    """A statement with its calls, if it is labelled."""
    number = labels.get(node)
    if number is None:
        return [node]
    if isinstance(node, (ast.With, ast.AsyncWith)):
        node.body.insert(0, _call("step", node, number))
        return [node]
    if isinstance(node, ast.While):
        test = _call("step", node, number).value
        node.test = ast.copy_location(ast.BoolOp(ast.And(), [test, node.test]), node.test)
        return [node]
    if isinstance(node, DONE):
        return [_call("soon", node, number), node, _call("done", node, number)]
    return [_call("step", node, number), node]


def _call(name: str, at: ast.AST, *arguments: int) -> ast.Expr:
    function = ast.Name(f"__interleave_{name}__", ast.Load())
    call = ast.Call(function, [ast.Constant(value) for value in arguments], [])
    return ast.copy_location(ast.Expr(ast.copy_location(call, at)), at)


def begin() -> None:
    """The program's first statement: it finds itself as if Python had read its file."""
    names = sys._getframe(1).f_globals
    names["__spec__"] = None
    if Here.program in sys.path:
        sys.path.remove(Here.program)
    if names["__name__"] == "__main__":
        names["__package__"] = None
        names["__loader__"] = SourceFileLoader("__main__", Here.program)
        if not sys.flags.isolated and not getattr(sys.flags, "safe_path", False):
            sys.path.insert(0, Here.program.rpartition("/")[0])


def step(number: int) -> bool:
    """A labelled statement begins. Gives True, to stand in a while's test."""
    tell("step", filled(number, sys._getframe(1)))
    return True


def soon(number: int) -> None:
    """A labelled statement begins, and will tell when it is done."""
    began = getattr(local, "began", None)
    if began is None:
        began = local.began = {}
    began[number] = monotonic_ns()


def done(number: int) -> None:
    """A labelled statement is done: its label, with the names as they are now."""
    began = getattr(local, "began", {}).get(number, 0)
    tell("step", filled(number, sys._getframe(1)), began=began)


def filled(number: int, frame: FrameType) -> str:
    """A step's label with values in the place of names."""
    texts = []
    for part in parts[number]:
        if isinstance(part, str):
            texts.append(part)
            continue
        try:
            texts.append(shown(eval(part, frame.f_globals, dict(frame.f_locals))))
        except Exception:
            texts.append("…")  # not there yet
    return "".join(texts)


class Importer:
    """Stands for the program's file, as a zip file would: Python asks it for __main__."""

    def __init__(self, file: str, steps: list[dict[str, Any]]) -> None:
        self.file = file
        self.steps = steps

    def find_spec(self, name: str, _target: Any = None) -> ModuleSpec | None:
        """The program, and nothing else."""
        loader: Any = self
        return ModuleSpec(name, loader, origin=self.file) if name == "__main__" else None

    def get_code(self, _name: str) -> CodeType:
        """What runpy runs."""
        return code_of(self.file, self.steps)

    def is_package(self, _name: str) -> bool:
        """As every loader."""
        return False

    def invalidate_caches(self) -> None:
        """As every finder."""


def install(steps: list[dict[str, Any]]) -> None:
    """Let every Python of this run read the program through us."""
    for function in (begin, step, soon, done):
        setattr(builtins, f"__interleave_{function.__name__}__", function)

    def hook(path: str) -> Importer:
        if path != Here.program:
            raise ImportError
        return Importer(path, steps)

    sys.path_hooks.insert(0, hook)
