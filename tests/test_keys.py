from typing import Any

import pytest

from scripts import keys
from scripts.keys import READERS, Wrong

GOOD: list[tuple[str, Any, Any]] = [
    ("on", ["3.11", "3.13t"], ("3.11", "3.13t")),
    ("lane", "alone", "alone"),
    ("runs", 5, 5),
    ("timeout", 2, 2.0),
    ("exit", -11, (-11,)),
    ("exit", [0, 1], (0, 1)),
    ("hangs", True, "always"),
    ("hangs", "sometimes", "sometimes"),
    ("needs", ["root", "realtime", "cores >= 2"], ("root", "realtime", "cores >= 2")),
    ("explore", True, True),
    ("trace", True, ("build",)),
    ("trace", False, ()),
    ("trace", ["3.11", "3.13t"], ("3.11", "3.13t")),
    ("heavy", True, True),
    ("heavy", False, False),
    ("command", "mpiexec -n 4 {python} {file}", "mpiexec -n 4 {python} {file}"),
]


@pytest.mark.parametrize(("key", "value", "kept"), GOOD)
def test_a_key_keeps_what_it_may_hold(key: str, value: Any, kept: Any) -> None:
    assert READERS[key](value) == kept


@pytest.mark.parametrize("key", READERS)
@pytest.mark.parametrize("value", [{"a": 1}, 3.5e9, "nonsense", ["nonsense"], b""])
def test_a_key_refuses_everything_else(key: str, value: Any) -> None:
    with pytest.raises(Wrong):
        READERS[key](value)


def test_every_key_is_tried() -> None:
    assert {key for key, _, _ in GOOD} == READERS.keys()


def test_an_unknown_key_is_told_with_the_nearest() -> None:
    with pytest.raises(Wrong, match="did you mean runs"):
        keys.known({"run": 3}, ("runs", "lane"))
