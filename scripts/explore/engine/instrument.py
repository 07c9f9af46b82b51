"""The program's instrumented copy: the same lines, with calls at the stops."""

import ast
from collections.abc import Iterator
from copy import deepcopy

from scripts.explore.engine import names
from scripts.explore.engine.names import hook
from scripts.explore.engine.steps import Step

Labelled = dict[ast.stmt, int]


def instrument(tree: ast.Module, steps: dict[ast.stmt, Step]) -> ast.Module:
    """Change the tree in place and give it back."""
    labelled = {node: number for number, node in enumerate(steps)}
    names.name(tree)
    _blocks(tree, labelled)
    return ast.fix_missing_locations(tree)


def _blocks(node: ast.AST, labelled: Labelled) -> None:
    """Put the calls into every block below a node."""
    for child in ast.iter_child_nodes(node):
        _blocks(child, labelled)
    for field in ("body", "orelse", "finalbody"):
        block = getattr(node, field, None)
        if isinstance(block, list):
            quiet_end = field == "body" and isinstance(node, ast.For) and _only_quiet(node)
            setattr(node, field, list(_block(block, labelled, quiet_end)))


def _block(block: list[ast.stmt], labelled: Labelled, quiet_end: bool) -> Iterator[ast.stmt]:
    for place, node in enumerate(block):
        after = block[place + 1] if place + 1 < len(block) else None
        number = labelled.get(node)
        simple = _is_quiethook(node) or (_calls(node, "sleep") and after in labelled)
        if number is None and simple:
            yield _statement("quiet", node)
        if number is not None:
            yield from _step(node, number)
        else:
            yield node
        ends = after is None or after in labelled or not _is_quiet(after)
        if number is None and _is_quiet(node) and ends and not quiet_end:
            yield _statement("between", node)


def _step(node: ast.stmt, number: int) -> Iterator[ast.stmt]:
    """A labelled statement with its calls before and after."""
    arguments: list[ast.expr] = [ast.Constant(number)]
    called = _receiver(node)
    if called is not None:
        receiver, method = called
        locks = method in ("acquire", "__enter__")
        arguments += [deepcopy(receiver) if locks else ast.Constant(None), ast.Constant(True)]
    if isinstance(node, ast.While):
        test = hook("step", node.test, *arguments)
        node.test = ast.copy_location(ast.BoolOp(ast.And(), [test, node.test]), node.test)
        yield node
        return
    yield _statement("step", node, *arguments)
    yield node
    if isinstance(node, ast.Expr | ast.Assign | ast.AugAssign | ast.AnnAssign | ast.Delete):
        yield _statement("told", node, ast.Constant(number))


def _receiver(node: ast.stmt) -> tuple[ast.expr, str] | None:
    """Whose method a statement begins by calling, if that is plain to see."""
    if isinstance(node, ast.With):
        found: tuple[ast.expr, str] = node.items[0].context_expr, "__enter__"
        if isinstance(found[0], ast.NamedExpr):
            found = found[0].value, "__enter__"
    else:
        call = getattr(node, "value", None) or getattr(node, "test", None)
        if isinstance(call, ast.UnaryOp):
            call = call.operand
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)):
            return None
        waits = call.func.attr if not (call.args or call.keywords) else "with arguments"
        found = call.func.value, waits
    chain = found[0]
    while isinstance(chain, ast.Attribute):
        chain = chain.value
    return found if isinstance(chain, ast.Name) else None


def _is_quiet(node: ast.stmt) -> bool:
    """A start, a join, or a loop of nothing else."""
    return _is_quiethook(node) or (isinstance(node, ast.For) and _only_quiet(node))


def _only_quiet(node: ast.For) -> bool:
    calls = [x for x in node.body if not _is_hook(x)]
    return not node.orelse and bool(calls) and all(_is_quiet(x) for x in calls)


def _is_quiethook(node: ast.stmt) -> bool:
    return _calls(node, "join", "start") and not node.value.args + node.value.keywords  # type: ignore[attr-defined]


def _is_hook(node: ast.stmt) -> bool:
    call = node.value if isinstance(node, ast.Expr) else None
    name = call.func if isinstance(call, ast.Call) else None
    return isinstance(name, ast.Name) and name.id.startswith("__interleave_")


def _calls(node: ast.stmt, *names: str) -> bool:
    """Whether a statement is nothing but a call of a function or method of that name."""
    call = node.value if isinstance(node, ast.Expr) else None
    if not isinstance(call, ast.Call):
        return False
    func = call.func
    return (func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")) in names


def _statement(name: str, at: ast.stmt, *arguments: ast.expr) -> ast.Expr:
    return ast.copy_location(ast.Expr(hook(name, at, *arguments)), at)
