"""Sites: the places where a function of the program can stand while it calls.

Python keeps half-made values of a statement where nobody can see them: in
`total += queue.get()`, the old total. A site is open when no such value is
kept, or only ones that are the same whenever the thread stands there.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType
from typing import Any

Span = tuple[int | None, int | None, int | None, int | None]
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp)
# What leaves the stack as soon as its value is known.
POPPED = (ast.BoolOp, ast.IfExp)
# Statements, with the part that runs while nothing else is kept.
OPEN_PARTS: dict[type[ast.stmt], tuple[str, ...]] = {
    ast.Expr: ("value",), ast.Assign: ("value",), ast.AnnAssign: ("value",),
    ast.AugAssign: ("value",), ast.Return: ("value",), ast.Raise: ("exc",), ast.If: ("test",),
    ast.While: ("test",), ast.Assert: ("test",), ast.For: ("iter",), ast.With: ("items",),
}  # fmt: skip


@dataclass(frozen=True)
class Site:
    """A call, a with (entered or left), a for (its next item) or a yield."""

    node: ast.AST
    is_open: bool


class Sites:
    """All sites of one program, found by where an instruction stands."""

    def __init__(self, tree: ast.Module) -> None:
        self.parents = {child: node for node in ast.walk(tree) for child in _children(node)}
        self.rebound = _rebound(tree)
        self.imported = {
            (name.asname or name.name).split(".")[0]
            for node in ast.walk(tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in node.names
        }
        self.by_span: dict[Span, list[Site]] = {}
        self.known: dict[tuple[CodeType, int], list[Site]] = {}
        for node in ast.walk(tree):
            for span in _spans(node):
                self.by_span.setdefault(span, []).append(Site(node, self._is_open(node)))

    def at(self, code: CodeType, instruction: int) -> list[Site]:
        """The sites that an instruction can belong to."""
        place = (code, instruction)
        if place not in self.known:
            spans = list(code.co_positions())
            line, last, first, end = spans[instruction // 2] if instruction >= 0 else (None,) * 4
            self.known[place] = self.by_span.get((line, first, last, end), [])
        return self.known[place]

    def _is_open(self, node: ast.AST) -> bool:
        """Whether nothing unseen is kept while the thread stands at this node."""
        child = node
        while not isinstance(child, ast.stmt):
            parent = self.parents[child]
            if isinstance(parent, ast.Lambda):
                return child is parent.body
            if isinstance(parent, ast.comprehension):
                generator = self.parents[parent]
                alone = isinstance(generator, ast.GeneratorExp) and len(generator.generators) == 1
                if not alone or child is not parent.iter:
                    return alone
                parent = generator
            elif isinstance(parent, ast.GeneratorExp):
                return len(parent.generators) == 1
            elif isinstance(parent, (*COMPREHENSIONS, ast.Dict, ast.match_case)):
                return False
            elif isinstance(parent, ast.stmt):
                if not self._part_is_open(parent, child):
                    return False
            elif not isinstance(parent, POPPED) and not self._earlier_is_stable(parent, child):
                return False
            child = parent
        return self._block_is_open(child)

    def _earlier_is_stable(self, parent: ast.AST, child: ast.AST) -> bool:
        parts = list(_children(parent))
        earlier = parts[: parts.index(child)]
        if isinstance(parent, ast.Call) and earlier and self._method(parent.func):
            del earlier[0]
        return all(self.stable(part) for part in earlier)

    def _part_is_open(self, parent: ast.stmt, child: ast.AST) -> bool:
        if isinstance(parent, ast.AugAssign) and not self.stable(parent.target):
            return False
        parts = [getattr(parent, name) for name in OPEN_PARTS.get(type(parent), ())]
        return any(part is child or (isinstance(part, list) and child in part) for part in parts)

    def _block_is_open(self, node: ast.stmt) -> bool:
        """Whether every statement around has given names to what it keeps."""
        child: ast.AST = node
        while child in self.parents:
            parent = self.parents[child]
            if isinstance(parent, ast.FunctionDef):
                return True
            if isinstance(parent, ast.For) and not isinstance(parent.iter, ast.NamedExpr):
                return False
            if isinstance(parent, ast.TryStar | ast.AsyncFunctionDef | ast.AsyncFor):
                return False
            if isinstance(parent, ast.With) and not all(
                isinstance(item.context_expr, ast.NamedExpr) for item in parent.items
            ):
                return False
            child = parent
        return True

    def _method(self, node: ast.expr) -> bool:
        """Whether what is called is a method that nobody puts another one in place of."""
        if not isinstance(node, ast.Attribute) or node.attr in self.rebound:
            return False
        return self.stable(node.value)

    def stable(self, node: ast.AST) -> bool:
        """Whether a value that was fetched earlier would be the same if fetched now."""
        if isinstance(
            node, ast.Constant | ast.operator | ast.cmpop | ast.unaryop | ast.expr_context
        ):
            return True
        if isinstance(node, ast.Name):
            return node.id not in self.rebound
        if isinstance(node, ast.Attribute):
            of_module = isinstance(node.value, ast.Name) and node.value.id in self.imported
            return of_module and node.attr not in self.rebound
        kinds = (ast.BinOp, ast.UnaryOp, ast.Compare, ast.Tuple, ast.keyword, ast.JoinedStr)
        if isinstance(node, kinds):
            return all(self.stable(child) for child in _children(node))
        return False


def _children(node: ast.AST) -> Iterator[ast.AST]:
    return ast.iter_child_nodes(node)


def _rebound(tree: ast.Module) -> set[str]:
    """Names that functions assign for others or the module twice; attributes assigned."""
    names: set[str] = set()
    once: set[str] = set()
    for name, looped in _of_module(tree):
        names |= {name} if looped or name in once else set()
        once.add(name)
    for node in ast.walk(tree):
        if isinstance(node, ast.Global | ast.Nonlocal):
            names.update(node.names)
        elif isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load):
            names.add(node.attr)
    return names


def _of_module(tree: ast.Module) -> Iterator[tuple[str, bool]]:
    """Names that the module's own code assigns, and whether it may do so again."""
    work: list[tuple[ast.AST, bool]] = [(tree, False)]
    while work:
        node, looped = work.pop()
        looped = looped or isinstance(node, ast.For | ast.While | ast.AugAssign)
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            yield node.id, looped
        if not isinstance(node, ast.FunctionDef | ast.Lambda):
            work += [(child, looped) for child in _children(node)]


def _spans(node: ast.AST) -> Iterator[Span]:
    """Where Python says that the instructions of a site stand; versions differ."""
    parts: list[Any] = []
    if isinstance(node, ast.Call | ast.Yield):
        parts = [node]
    elif isinstance(node, ast.With):
        parts = [node]
        for item in node.items:
            parts += [item.context_expr, getattr(item.context_expr, "value", node)]
    elif isinstance(node, ast.For):
        parts = [node, node.iter]
    yield from {(p.lineno, p.col_offset, p.end_lineno, p.end_col_offset) for p in parts}
