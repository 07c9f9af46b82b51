"""Which statement a label stands on, and what it says."""

import ast

import pytest

from scripts.explore.engine.refuse import Refused
from scripts.explore.engine.steps import Step, find


def steps(source: str) -> list[tuple[Step, str]]:
    tree = ast.parse(source)
    return [(step, type(node).__name__) for node, step in find(source, tree).items()]


@pytest.mark.parametrize(
    ("source", "kind", "lines"),
    [
        ("x = 1  # step: a", "Assign", (1, 1)),
        ("x = [\n  1,  # step: a\n]", "Assign", (1, 3)),
        ("if x:  # step: a\n  y = 1", "If", (1, 1)),
        ("if x: y = 1  # step: a", "If", (1, 1)),
        ("while x: pass  # step: a", "While", (1, 1)),
        ("if x:\n  y = 1  # step: a", "Assign", (2, 2)),
        ("if x:\n  y = 1\nelif z:  # step: a\n  y = 2", "If", (3, 3)),
        ("with (\n  x,  # step: a\n  y,\n):\n  z = 1", "With", (1, 4)),
        ("try:  # step: a\n  x = 1\nfinally:\n  pass", "Try", (1, 1)),
    ],
)
def test_a_label_stands_on(source: str, kind: str, lines: tuple[int, int]) -> None:
    [(step, found)] = steps(source)
    assert (found, (step.line, step.last)) == (kind, lines)


def test_names_are_cut_out_of_a_label() -> None:
    [(step, _)] = steps("x = 1  # step: reads {x}, {a.b[0]} and {f()} {")
    assert step.names == frozenset()
    [(step, _)] = steps("x = 1  # step: reads {x}, {a.b[0]} and {f()}")
    assert step.names == {"x", "a"}
    assert step.parts[-1] == "{f()}"


@pytest.mark.parametrize(
    "source", ["# step: a", "x = 1\n\n# step: a\n", "try:\n  x\nfinally:  # step: a\n  y"]
)
def test_a_label_on_nothing_is_refused(source: str) -> None:
    with pytest.raises(Refused, match="stands on no statement"):
        steps(source)


def test_text_that_looks_like_a_label_is_none() -> None:
    assert steps('x = "# step: a"') == []
