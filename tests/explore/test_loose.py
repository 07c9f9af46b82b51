"""Which lines stand in the way of the word certain."""

import ast

import pytest

from scripts.explore.engine import loose
from scripts.explore.engine.steps import find


def lines(source: str) -> dict[int, str]:
    tree = ast.parse(source)
    return loose.find(tree, find(source, tree))


@pytest.mark.parametrize(
    "body",
    [
        "x = x + 1  # step: adds",
        "x = True",
        "with lock:\n        x += 1",
        "with lock:\n        y = x\n    with lock:\n        x = y",
        "with lock:\n        y = x  # step: reads\n        print(x)",
        "with self.lock:\n        x += 1",
        "y = 1\n    y += 1",
    ],
)
def test_steps_locks_and_plain_stores_are_not_loose(body: str) -> None:
    assert lines(f"def work(self):\n    global x\n    {body}\n") == {}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("x += 1", {3: "x"}),
        ("y = x\n    x = y  # step: writes", {3: "x"}),
        ("with lock:\n        x += 1\n    print(x)", {4: "x", 5: "x"}),
        ("with lock:\n        x += 1\n    with other:\n        x += 1", {4: "x", 6: "x"}),
        ("with locks[0]:\n        x += 1", {4: "x"}),
        ("if x:  # step: looks\n        x = 0", {4: "x"}),
        ("items[0] += 1", {3: "items"}),
        ("self.value += 1", {3: "value"}),
        ("x = x + 1  # step: adds\n    with lock:\n        x += 1", {5: "x"}),
    ],
)
def test_other_uses_are(body: str, expected: dict[int, str]) -> None:
    assert lines(f"def work(self):\n    global x\n    {body}\n") == expected


def test_what_the_module_does_by_itself_is_not() -> None:
    assert lines("x = 0\ndef work():\n    global x\n    x = 1\nwork()\nprint(x)\n") == {}


def test_an_object_is_not_shared_while_it_is_made() -> None:
    assert (
        lines("class A:\n    def __init__(self):\n        self.x = 0\n        self.x += 1\n") == {}
    )
