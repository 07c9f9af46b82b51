"""Loose lines: those that touch what threads share, and are neither a step nor locked.

What stands between two stops is done in one go here, and not by Python. Where
that could hide an order, "certain" would be too much to say.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.explore.engine.steps import Step

Function = ast.FunctionDef
Steps = dict[ast.stmt, Step]


@dataclass(frozen=True)
class Access:
    """One use of a shared thing: a name, or any object's attribute (with its dot)."""

    key: str
    line: int
    locks: frozenset[str]
    is_step: bool
    stores: bool


def find(tree: ast.Module, steps: Steps) -> dict[int, str]:
    """The loose lines, each with what it touches."""
    functions = [node for node in ast.walk(tree) if isinstance(node, Function)]
    found = [one for f in functions for one in _within(f, f, steps, frozenset(), False)]
    changed = {key for f in functions for key in _changed(f)}
    loose: dict[int, str] = {}
    for key in changed:
        mine = [one for one in found if one.key == key]
        bare = [one for one in mine if not one.is_step]
        if all(one.stores for one in mine) or not bare:
            continue
        if not frozenset.intersection(*(one.locks for one in mine)):
            loose |= {one.line: key.removeprefix(".") for one in bare}
    return dict(sorted(loose.items()))


def _changed(function: Function) -> Iterator[str]:
    """What a function changes that others can see."""
    shared = {n for node in ast.walk(function) if isinstance(node, ast.Global) for n in node.names}
    local = _local(function)
    for node in ast.walk(function):
        if isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
            continue
        if isinstance(node, ast.Name) and node.id in shared:
            yield node.id
        elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
            yield from {node.value.id} - local
        elif isinstance(node, ast.Attribute) and function.name != "__init__":
            yield f".{node.attr}"


def _local(function: Function) -> set[str]:
    """Names that are a function's own."""
    nodes = list(ast.walk(function))
    names = {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    names |= {n.arg for n in nodes if isinstance(n, ast.arg)}
    return names - {name for n in nodes if isinstance(n, ast.Global) for name in n.names}


def _within(
    node: ast.AST, function: Function, steps: Steps, locks: frozenset[str], is_step: bool
) -> Iterator[Access]:
    """Every use of a name or an attribute in a function, without those nested in it."""
    if isinstance(node, ast.Name) and node.id not in _local(function):
        stores = isinstance(node.ctx, ast.Store)
        yield Access(node.id, node.lineno, locks, is_step, stores)
    elif isinstance(node, ast.Attribute) and function.name != "__init__":
        stores = isinstance(node.ctx, ast.Store)
        yield Access(f".{node.attr}", node.lineno, locks, is_step, stores)
    inside = locks
    if isinstance(node, ast.With):
        managers = [item.context_expr for item in node.items]
        inside |= {ast.dump(m) for m in managers if isinstance(m, ast.Name | ast.Attribute)}
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt):
            if not isinstance(child, Function):
                yield from _within(child, function, steps, inside, child in steps)
        elif not isinstance(child, ast.arguments):
            changes = isinstance(node, ast.AugAssign) and child is node.target
            for one in _within(child, function, steps, locks, is_step):
                yield Access(one.key, one.line, one.locks, one.is_step, one.stores and not changes)
