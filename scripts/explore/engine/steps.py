"""Steps: the lines that a program labels with `# step: reads {balance}`."""

import ast
import io
import re
import string
import tokenize
from dataclasses import dataclass
from types import CodeType

from scripts.explore.engine.refuse import Refused

COMMENT = re.compile(r"# step: (?P<label>.*\S)\s*$")


@dataclass(frozen=True)
class Step:
    """One labelled statement: its first line, its last (of its head), its label.

    parts: literal texts and compiled names in turn, as in `reads {balance}`.
    """

    line: int
    last: int
    label: str
    parts: tuple[str | CodeType, ...]
    names: frozenset[str]


def find(source: str, tree: ast.Module) -> dict[ast.stmt, Step]:
    """The labelled statements. Raises Refused for a label on none."""
    labels = _labels(source)
    found: dict[ast.stmt, Step] = {}
    statements = [node for node in ast.walk(tree) if isinstance(node, ast.stmt)]
    for line, label in labels.items():
        on_it = [node for node in statements if node.lineno <= line <= _head(node)]
        if not on_it:
            raise Refused(line, "has a step label that stands on no statement")
        # The one that starts last; of `if x: y` on one line, the if.
        node = max(on_it, key=lambda n: (n.lineno, -n.col_offset))
        if node in found:
            raise Refused(line, "has two step labels for one statement")
        parts, names = _parts(label)
        found[node] = Step(node.lineno, _head(node), label, parts, names)
    return found


def _labels(source: str) -> dict[int, str]:
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    comments = {t.start[0]: t.string for t in tokens if t.type == tokenize.COMMENT}
    matches = {line: COMMENT.match(text) for line, text in comments.items()}
    return {line: match["label"] for line, match in matches.items() if match}


def _head(node: ast.stmt) -> int:
    """The last line of a statement, or of what stands before its block."""
    body = getattr(node, "body", None) or getattr(node, "cases", None)
    if not body:
        return node.end_lineno or node.lineno
    first = body[0].pattern if isinstance(body[0], ast.match_case) else body[0]
    return max(node.lineno, min(int(first.lineno) - 1, node.end_lineno or node.lineno))


def pieces(label: str) -> list[str | ast.Expression]:
    """The label, cut at its names. What is no plain name stays as written."""
    try:
        parsed = list(string.Formatter().parse(label))
    except ValueError:
        return [label]
    found: list[str | ast.Expression] = []
    for text, field, _, _ in parsed:
        found.append(text)
        if field is not None:
            found.append(_plain(field) or "{" + field + "}")
    return found


def _parts(label: str) -> tuple[tuple[str | CodeType, ...], frozenset[str]]:
    """The pieces, compiled, and the names in them."""
    found = pieces(label)
    trees = [piece for piece in found if isinstance(piece, ast.Expression)]
    names = {n.id for tree in trees for n in ast.walk(tree) if isinstance(n, ast.Name)}
    parts = [p if isinstance(p, str) else compile(p, "<label>", "eval") for p in found]
    return tuple(parts), frozenset(names)


def _plain(field: str) -> ast.Expression | None:
    """A name, or attributes and items of one; None for whatever could do something."""
    try:
        tree = ast.parse(field, mode="eval")
    except SyntaxError:
        return None
    kinds = (ast.Expression, ast.Name, ast.Attribute, ast.Subscript, ast.Constant, ast.Load)
    return tree if all(isinstance(node, kinds) for node in ast.walk(tree)) else None
