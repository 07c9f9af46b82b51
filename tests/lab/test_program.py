"""scripts.lab.program: the programs of the lab, and when they are others than before."""

from pathlib import Path

import pytest

from scripts.book import Book
from scripts.lab import program
from scripts.problem import Problem
from tests.lab.samples import LOST, copied


def test_the_files_that_claim_something_are_the_programs() -> None:
    names = [one.name for one in program.programs(Book())]
    assert names == ["buffer_broken", "buffer_fixed", "lost_broken", "lost_fixed"]


def test_a_page_shows_the_code_and_not_its_head() -> None:
    one = program.load_id(LOST, Book())
    assert one.summary == "Two workers add one to the same number, a million times each."
    assert one.claims == ["lost > 0"]
    assert one.shown.startswith("export const additions")


def test_an_unknown_one_is_told_with_those_there_are() -> None:
    with pytest.raises(Problem) as caught:
        program.load_id("lab/race/nothing", Book())
    assert LOST in caught.value.expected


def test_a_book_without_a_lab_has_no_programs(tmp_path: Path) -> None:
    assert program.programs(Book(tmp_path)) == []


@pytest.mark.parametrize(
    ("name", "changes"),
    [("lost_broken.js", True), ("worker.js", True), ("race.js", True), ("door.js", False)],
)
def test_what_runs_decides_the_digest(tmp_path: Path, name: str, changes: bool) -> None:
    book = copied(tmp_path)
    before = program.digest(book)
    path = program.folder(book) / name
    path.write_text(path.read_text(encoding="utf-8") + "\n// more\n", encoding="utf-8")
    assert (program.digest(book) != before) is changes
