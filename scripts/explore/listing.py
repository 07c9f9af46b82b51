"""The listing: the lines of a program that a page shows, with their numbers."""

import ast

from scripts.header import BLOCK
from scripts.program import MARKER, STEP, Program


def listing(program: Program) -> list[tuple[int, str]]:
    """The lines of `program.shown`, each with its number in the file."""
    hidden = _header(program.source) | _docstring(program)
    kept: list[tuple[int, str]] = []
    inside = not program.is_excerpt
    for number, line in enumerate(program.source.splitlines(), 1):
        marker = MARKER.match(line)
        if marker:
            inside = marker["edge"] == "start"
        elif inside and number not in hidden:
            kept.append((number, STEP.sub("", line)))
    while kept and not kept[0][1]:
        kept.pop(0)
    while kept and not kept[-1][1]:
        kept.pop()
    return kept


def _header(source: str) -> set[int]:
    match = BLOCK.search(source)
    if match is None:
        return set()
    first = source.count("\n", 0, match.start()) + 1
    return set(range(first, first + match[0].count("\n") + 1))


def _docstring(program: Program) -> set[int]:
    body = ast.parse(program.source).body
    if not program.summary or not body:
        return set()
    return set(range(body[0].lineno, (body[0].end_lineno or body[0].lineno) + 1))
