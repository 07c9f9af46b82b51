"""scripts.publish.archive: the zip is compressed anew when something in it is another."""

import zipfile
from pathlib import Path

from scripts.book import Book
from scripts.publish import archive
from tests.book_samples import copied


def read(book: Book, name: str) -> str:
    """A file of the zip in the built site."""
    with zipfile.ZipFile(book.root / "site" / archive.FILE) as file:
        return file.read(archive.TOP + name).decode()


def compressed(book: Book) -> dict[str, int]:
    """The zip that is kept, and when it was made."""
    return {path.name: path.stat().st_mtime_ns for path in (book.build / "archive").iterdir()}


def test_the_same_site_is_compressed_once(tmp_path: Path) -> None:
    book = copied(tmp_path)
    archive.write(book)
    before, whole = compressed(book), (book.root / "site" / archive.FILE).read_bytes()
    (book.root / "site" / archive.FILE).unlink()
    archive.write(book)
    assert compressed(book) == before
    assert (book.root / "site" / archive.FILE).read_bytes() == whole


def test_a_changed_page_or_script_is_in_the_next_zip_and_the_old_one_is_not_kept(
    tmp_path: Path,
) -> None:
    book = copied(tmp_path)
    archive.write(book)
    page = book.root / "site" / "plain" / "index.html"
    page.write_text(page.read_text(encoding="utf-8") + "<!-- new -->", encoding="utf-8")
    archive.write(book)
    assert read(book, "plain/index.html").endswith("<!-- new -->")
    with (book.docs / "assets" / "live.js").open("a", encoding="utf-8") as file:
        file.write('document.title = "another";\n')
    archive.write(book)
    assert 'document.title = "another";' in read(book, archive.SCRIPT)
    assert len(compressed(book)) == 1
