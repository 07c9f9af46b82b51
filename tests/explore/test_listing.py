from pathlib import Path

from scripts.book import Book
from scripts.explore.listing import listing
from scripts.program import load
from tests.conftest import sample
from tests.explore.conftest import Written


def test_the_listing_is_what_a_page_shows(written: Written) -> None:
    for name in ("steps_and_regions", "hello"):
        program = written(sample(name))
        assert "\n".join(text for _, text in listing(program)) + "\n" == program.shown


def test_its_numbers_are_those_of_the_file(written: Written) -> None:
    program = written(sample("steps_and_regions"))
    lines = program.source.splitlines()
    assert all(lines[number - 1].startswith(text) for number, text in listing(program))


def test_every_program_of_the_book() -> None:
    book = Book()
    for path in book.program_paths():
        program = load(Path(path), book)
        assert "\n".join(text for _, text in listing(program)) + "\n" == program.shown
