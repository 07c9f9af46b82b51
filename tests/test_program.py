from pathlib import Path

import pytest

from scripts.book import Book
from scripts.problem import Problem
from scripts.program import Program, load, load_id
from tests.conftest import BookWith, ProgramFrom, sample, with_header


def one(book: Book, source: str) -> Program:
    path = book.snippets / "odd" / "one.py"
    path.write_bytes(source.encode())
    return load(path, book)


def problem(path: Path, book: Book) -> Problem:
    with pytest.raises(Problem) as caught:
        load(path, book)
    return caught.value


def test_an_id_is_the_chapter_and_the_name(program_from: ProgramFrom) -> None:
    assert program_from("hello").id == "odd/hello"


def test_a_program_of_the_book_is_found_by_its_id(book_with: BookWith) -> None:
    book = book_with(hello=sample("hello"))
    assert load_id("odd/hello", book).path == book.snippets / "odd" / "hello.py"


def test_a_wrong_id_gets_the_nearest_one(book_with: BookWith) -> None:
    book = book_with(hello=sample("hello"), other=sample("hello"))
    with pytest.raises(Problem) as caught:
        load_id("odd/helo", book)
    assert caught.value.expected == "a program; the nearest id is odd/hello"
    assert caught.value.seen == "there is no program 'odd/helo'"


@pytest.mark.parametrize(
    "name", ["../snippets/odd/hello", "odd/../odd/hello", "hello", "/odd/hello"]
)
def test_an_id_is_no_path(name: str, book_with: BookWith) -> None:
    book = book_with(hello=sample("hello"))
    with pytest.raises(Problem):
        load_id(name, book)


def test_a_file_outside_of_the_book_is_no_part_of_it(book: Book, tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text("print(1)\n", encoding="utf-8")
    program = load(tmp_path / "mine.py", book)
    assert (program.id, program.inside_a_book) == ("mine", False)


def test_a_missing_file_is_told(book: Book, tmp_path: Path) -> None:
    found = problem(tmp_path / "none.py", book)
    assert (found.place, found.seen) == (
        str(tmp_path / "none.py"),
        "No such file or directory",
    )


def test_a_program_that_is_not_utf8_is_told(book: Book) -> None:
    path = book.snippets / "odd" / "latin.py"
    path.write_bytes(b"# caf\xe9\n")
    found = problem(path, book)
    assert (found.place, found.expected) == ("snippets/odd/latin.py", "UTF-8")
    assert "0xe9" in found.seen


def test_a_program_that_is_not_python_is_told_with_its_line(book: Book) -> None:
    path = book.snippets / "odd" / "broken.py"
    path.write_text("print(1)\nprint(\n", encoding="utf-8")
    found = problem(path, book)
    assert found.place == "snippets/odd/broken.py:2"
    assert found.seen == "SyntaxError: '(' was never closed"
    assert found.command == "python snippets/odd/broken.py"


def test_windows_line_ends_change_neither_header_nor_digest(book: Book) -> None:
    source = with_header('"""Says hello."""\n', "runs = 3")
    unix, windows = one(book, source), one(book, source.replace("\n", "\r\n"))
    assert windows.header.runs == 3
    assert windows.digest == unix.digest


def test_another_text_has_another_digest(book: Book) -> None:
    assert one(book, "print(1)\n").digest != one(book, "print(2)\n").digest


def test_the_summary_is_the_docstring_as_one_paragraph(book: Book) -> None:
    assert one(book, '"""Says\n  hello. And\n\nmore."""\n').summary == "Says hello. And more."


def test_a_program_without_a_docstring_has_an_empty_summary(book: Book) -> None:
    assert one(book, "print(1)\n").summary == ""


def test_a_page_shows_all_but_the_header_and_the_docstring(program_from: ProgramFrom) -> None:
    assert program_from("loops_for_ever").shown == (
        'print("begins", flush=True)\nwhile True:\n    pass\n'
    )


def test_a_program_of_comments_alone_can_be_shown(book: Book) -> None:
    assert one(book, "# Nothing yet.\n").shown == "# Nothing yet.\n"


def test_a_page_shows_the_regions_named_show_without_markers_or_steps(
    program_from: ProgramFrom,
) -> None:
    assert program_from("steps_and_regions").shown == (
        "balance = 100\nseen = balance\n# A comment for the reader stays.\nbalance = seen + 10\n"
    )


def test_a_page_shows_no_region_of_another_name(book: Book) -> None:
    source = (
        "# --8<-- [start:setup]\nimport threading\n# --8<-- [end:setup]\n"
        "# --8<-- [start:show]\nprint(1)\n# --8<-- [end:show]\n"
    )
    assert one(book, source).shown == "print(1)\n"


def test_steps_are_stripped_where_there_is_no_region(book: Book) -> None:
    assert one(book, "x = 1  # step: sets x to {x}\nprint(x)  # prints\n").shown == (
        "x = 1\nprint(x)  # prints\n"
    )


def test_the_numbers_of_a_listing_are_those_of_the_file(program_from: ProgramFrom) -> None:
    program = program_from("steps_and_regions")
    lines = program.source.splitlines()
    assert program.listing
    assert all(lines[number - 1].startswith(text) for number, text in program.listing)
