"""python -m scripts.new: what it begins passes the gate, and nothing is lost."""

from pathlib import Path

import pytest

from scripts import check, new, site
from scripts.book import Book
from tests.book_samples import copied


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return copied(tmp_path)


def settings(book: Book) -> str:
    return (book.root / "mkdocs.yml").read_text(encoding="utf-8")


def test_a_planned_chapter_takes_its_place_and_the_site_can_be_built(book: Book) -> None:
    assert new.main(["chapter", "later", "Later"], book) == 0
    assert "  - First: first/index.md\n  - Later: later/index.md\n" in settings(book)
    assert "    - id: later\n      page: later/\n      title: Later\n" in settings(book)
    assert check.main([], book) == 0
    assert site.build(book) == 0
    assert check.main(["--site", str(book.root / "site")], book) == 0


def test_another_chapter_comes_last(book: Book) -> None:
    assert new.main(["chapter", "more", "More: of it"], book) == 0
    assert settings(book).index("id: last") < settings(book).index("id: more")
    assert "  - Texts: texts/index.md\n  - 'More: of it': more/index.md\n" in settings(book)
    assert check.main([], book) == 0


def test_a_program_gets_its_card_and_passes(book: Book) -> None:
    assert new.main(["snippet", "first/waits"], book) == 0
    page = (book.docs / "first" / "index.md").read_text(encoding="utf-8")
    assert page.endswith('\n{{ program("first/waits") }}\n')
    assert check.main([], book) == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chapter", "first", "Another"], "docs/first/index.md: it is there"),
        (["chapter", "again", "First"], "'First' is written"),
        (["chapter", "Big-Name", "Later"], "small letters"),
        (["snippet", "first/counts"], "snippets/first/counts.py: it is there"),
        (["snippet", "nowhere/waits"], 'python -m scripts.new chapter nowhere "Its title"'),
        (["snippet", "first"], "small letters"),
    ],
)
def test_what_cannot_be_begun_is_told_and_nothing_changes(
    book: Book, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    def everything() -> dict[Path, bytes]:
        found = [book.root / "mkdocs.yml", *book.docs.rglob("*.md"), *book.program_paths()]
        return {path: path.read_bytes() for path in found}

    before = everything()
    assert new.main(words, book) == 1
    assert said in capsys.readouterr().err
    assert everything() == before
