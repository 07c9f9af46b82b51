"""What the explorer's tests share: exploring a sample, and what became of it."""

from pathlib import Path
from typing import Protocol

import pytest

from scripts.book import Book
from scripts.explore.exploration import Exploration
from scripts.explore.session import Bounds, explore
from scripts.program import Program, load
from tests.conftest import sample

Ends = dict[tuple[str, str], int | None]


class Explored(Protocol):
    """Explores a sample of tests/samples/explore; replaced: values for its @NAME@."""

    def __call__(
        self, name: str, bounds: Bounds | None = None, **replaced: object
    ) -> Exploration: ...


class Written(Protocol):
    """Makes a program of a text."""

    def __call__(self, source: str, name: str = "program") -> Program: ...


def ends(found: Exploration) -> Ends:
    """Each way to end and what was printed, with its number of schedules."""
    return {(one.end, one.output): one.schedules for one in found.outcomes}


def printed(found: Exploration) -> dict[str, int | None]:
    """What was printed by programs that all finish."""
    assert found.complete
    assert {one.end for one in found.outcomes} == {"finished"}
    return {one.output.strip(): one.schedules for one in found.outcomes}


@pytest.fixture
def written(tmp_path: Path) -> Written:
    def write(source: str, name: str = "program") -> Program:
        path = tmp_path / f"{name}.py"
        path.write_text(source, encoding="utf-8")
        return load(path, Book(tmp_path))

    return write


@pytest.fixture
def explored(written: Written) -> Explored:
    def run(name: str, bounds: Bounds | None = None, **replaced: object) -> Exploration:
        return explore(written(sample(f"explore/{name}", **replaced), name), bounds)

    return run
