"""Claims: what must be true of a program's runs, and whether it was."""

import ast
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType
from typing import Any, Literal

Value = int | float | str | bool | list[Any]
Names = Mapping[str, Value]

# What an expression may be made of. No attribute of a value, no comprehension,
# no power: a header comes from anyone's pull request and is evaluated outside
# of the sandbox.
ALLOWED = (
    ast.Expression, ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.USub,
    ast.BinOp, ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod,
    ast.Compare, ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.In, ast.NotIn,
    ast.Call, ast.Name, ast.Load, ast.Constant, ast.List, ast.Tuple, ast.Set,
    ast.Subscript, ast.Attribute,
)  # fmt: skip
HEAD = re.compile(
    r"(?=\w)(?P<need>sometimes|possible|certain)? ?(?:on (?P<only>[\d.]+t?(?:, [\d.]+t?)*))?:"
)
Need = Literal["always", "sometimes", "possible", "certain"]
FUNCTIONS = {f.__name__: f for f in (abs, len, max, min, round, set, sorted, sum)}
BUILT_IN = frozenset({"exit", "seconds", "cpu", "output", "lines", "hung"})
# What may be named of an outcome that the explorer found, besides the facts in its output.
OF_OUTCOMES = frozenset({"end", "output", "lines", "words"})

NUMBER = "<number>"  # a name that no claim can have


class ClaimError(ValueError):
    """An expression that cannot be read or evaluated; the text says why."""


@dataclass(frozen=True)
class Claim:
    """One expression, and in how many runs it must hold.

    text is as written; only: the interpreters it is about, all when empty;
    labels: the ones that it compares, named with on["…"]. Possible and certain
    speak of the outcomes of all interleavings, not of runs.
    """

    text: str
    expression: str
    need: Need
    names: frozenset[str]
    labels: frozenset[str]
    only: frozenset[str] = frozenset()

    @property
    def explored(self) -> bool:
        """Whether it speaks of all interleavings."""
        return self.need in ("possible", "certain")

    def about(self, label: str) -> bool:
        """Whether it says something of a run on this interpreter by itself."""
        return not self.explored and not self.labels and (not self.only or label in self.only)


@dataclass(frozen=True)
class Verdict:
    """A claim held in `held` of `of` runs; `error` says what stopped it."""

    claim: Claim
    held: int
    of: int
    error: str = ""

    @property
    def ok(self) -> bool:
        """Whether that is enough."""
        enough = self.of if self.claim.need in ("always", "certain") else 1
        return not self.error and self.of > 0 and self.held >= enough


@lru_cache(maxsize=4096)
def parse(text: str) -> Claim:
    """Read `expression`, with `sometimes:`, `on 3.10, 3.11:`, `possible:` or `certain:` before it.

    Raises ClaimError when it is not an expression of the small language above.
    """
    head = HEAD.match(text)
    expression = text[head.end() if head else 0 :].strip()
    only = frozenset(head["only"].split(", ")) if head and head["only"] else frozenset()
    if len(expression) > 500:  # deeper ones could exhaust the parser
        raise ClaimError("it is longer than 500 characters")
    try:
        tree = ast.parse(expression, mode="eval")
    except SyntaxError as error:
        raise ClaimError(f"not an expression: {error.msg}") from None
    names: set[str] = set()
    labels: set[str] = set()
    _inspect(tree, names, labels)
    bare = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    bare -= {"on", *FUNCTIONS}
    if labels and bare:
        raise ClaimError(f"{', '.join(sorted(bare))} of which interpreter?")
    need: Any = head["need"] if head and head["need"] else "always"
    if need in ("possible", "certain") and (only or labels):
        raise ClaimError(f"{need} speaks of every interleaving, and of no interpreter")
    return Claim(text, expression, need, frozenset(names), frozenset(labels), only)


def _inspect(tree: ast.AST, names: set[str], labels: set[str]) -> None:
    """Walk the tree, collect names and labels, refuse everything else."""
    if isinstance(tree, ast.Attribute):
        labels.add(_label(tree.value))
        names.add(tree.attr)
        return
    if not isinstance(tree, ALLOWED):
        raise ClaimError(f"{type(tree).__name__} has no place in a claim")
    if isinstance(tree, ast.Call):
        if not (isinstance(tree.func, ast.Name) and tree.func.id in FUNCTIONS):
            raise ClaimError(f"only {', '.join(sorted(FUNCTIONS))} can be called")
        if tree.keywords:
            raise ClaimError("a function takes no named argument here")
        children: list[ast.AST] = [*tree.args]
    else:
        if isinstance(tree, ast.Name):
            names.add(tree.id)
        children = list(ast.iter_child_nodes(tree))
    for child in children:
        _inspect(child, names, labels)


def _label(tree: ast.AST) -> str:
    """The label in on["3.11"], the only thing whose attribute may be taken."""
    match tree:
        case ast.Subscript(value=ast.Name(id="on"), slice=ast.Constant(value=str(label))):
            return label
    raise ClaimError('an attribute can only be taken of on["LABEL"]')


class _Numbers(ast.NodeTransformer):
    """Lets * and % work on numbers alone: "a" * 10**9 and "%999999999d" % 1 are no claims."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.op, ast.Mult | ast.Mod):
            node.left, node.right = (
                ast.Call(ast.Name(NUMBER, ast.Load()), [side], [])
                for side in (node.left, node.right)
            )
        return node


def _number(value: Value) -> int | float:
    if isinstance(value, int | float):
        return value
    raise ClaimError(f"* and % are for numbers, not for {type(value).__name__}")


class _OneRun:
    """What on["3.11"] gives: that run's names as attributes."""

    def __init__(self, names: Names) -> None:
        self.__dict__.update(names)


@lru_cache(maxsize=4096)  # each run of each interpreter is asked
def _code(expression: str) -> CodeType:
    tree = _Numbers().visit(ast.parse(expression, mode="eval"))
    return compile(ast.fix_missing_locations(tree), "<claim>", "eval")


def holds(claim: Claim, names: Names, on: Mapping[str, Names] | None = None) -> bool:
    """Whether the claim is true of one run.

    names: the run's facts and built-in names; on: the same by label, for
    claims that name interpreters. Raises ClaimError when it has no answer.
    """
    scope = {**names, "on": {label: _OneRun(run) for label, run in (on or {}).items()}}
    code = _code(claim.expression)
    try:
        return bool(eval(code, {"__builtins__": {**FUNCTIONS, NUMBER: _number}}, scope))
    except ClaimError:
        raise
    except NameError as error:
        if error.name in ("output", "lines"):
            raise ClaimError(
                f"{error.name} is kept of the run that is shown, and this asks all of its runs;"
                " a fact is kept of each"
            ) from None
        raise ClaimError(f"NameError: {error}") from None
    except Exception as error:
        raise ClaimError(f"{type(error).__name__}: {error}") from None


def judge(claim: Claim, runs: Sequence[Names]) -> Verdict:
    """Count in how many of these runs of one interpreter the claim held."""
    return _count(claim, [(run, None) for run in runs])


def judge_across(claim: Claim, runs: Mapping[str, Sequence[Names]]) -> Verdict:
    """Count it over several interpreters: first run beside first run, and so on.

    runs: the names of each run, by label. A label without runs is an error.
    """
    missing = sorted(claim.labels - {label for label in runs if runs[label]})
    if missing:
        return Verdict(claim, 0, 0, f"no run on {', '.join(missing)}")
    n = min(len(runs[label]) for label in claim.labels)
    rows: list[tuple[Names, Mapping[str, Names]]] = [
        ({}, {label: runs[label][i] for label in claim.labels}) for i in range(n)
    ]
    return _count(claim, rows)


def _count(claim: Claim, rows: Sequence[tuple[Names, Mapping[str, Names] | None]]) -> Verdict:
    try:
        held = sum(holds(claim, names, on) for names, on in rows)
    except ClaimError as error:
        return Verdict(claim, 0, len(rows), str(error))
    return Verdict(claim, held, len(rows))
