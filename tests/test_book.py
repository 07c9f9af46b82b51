from pathlib import Path

from scripts.book import ROOT, Book
from tests.conftest import BookWith


def test_a_book_without_a_place_is_this_repository() -> None:
    assert Book().root == ROOT
    assert (Book().root / "scripts" / "book.py").is_file()


def test_a_path_below_the_root_is_shown_from_there(book: Book) -> None:
    assert book.shown(book.root / "snippets" / "races" / "a.py") == "snippets/races/a.py"


def test_a_path_elsewhere_is_shown_whole(book: Book, tmp_path: Path) -> None:
    assert book.shown(tmp_path / "a.py") == str(tmp_path.resolve() / "a.py")


def test_programs_are_listed_in_order(book_with: BookWith) -> None:
    book = book_with(second="", first="")
    assert [path.name for path in book.program_paths()] == ["first.py", "second.py"]


def test_only_files_of_a_chapter_are_programs(book_with: BookWith) -> None:
    book = book_with(one="")
    (book.snippets / "beside_the_chapters.py").touch()
    (book.snippets / "odd" / "deeper").mkdir()
    (book.snippets / "odd" / "deeper" / "module.py").touch()
    assert [path.name for path in book.program_paths()] == ["one.py"]
