"""Links to chapters that were to come."""

from pathlib import Path

import pytest

from scripts import check
from scripts.book import Book
from tests.book_samples import copied


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return copied(tmp_path)


def test_a_link_to_the_map_is_mended_once_the_chapter_is_written(
    book: Book, capsys: pytest.CaptureFixture[str]
) -> None:
    page = book.docs / "first" / "index.md"
    page.write_text(
        page.read_text(encoding="utf-8") + "\nSee [texts](../index.md#texts).\n", encoding="utf-8"
    )
    line = page.read_text(encoding="utf-8").count("\n")
    assert check.main([], book) == 1
    said = capsys.readouterr().err
    assert f"docs/first/index.md:{line}: a link to its place on the map" in said
    assert "(../texts/index.md)" in said


def test_a_link_to_a_chapter_that_is_to_come_is_right(book: Book) -> None:
    page = book.docs / "first" / "index.md"
    page.write_text(
        page.read_text(encoding="utf-8") + "\nSee [later](../index.md#later).\n", encoding="utf-8"
    )
    assert check.main([], book) == 0
