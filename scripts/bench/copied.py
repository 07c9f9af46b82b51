"""A copy of the book in a folder that is thrown away: what is measured may write there."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.book import ROOT, Book


@contextmanager
def copied(book: Book) -> Iterator[Book]:
    """Pages, programs and this machine's recordings; its tools and environments are ours."""
    with empty(book) as copy:
        for folder in ("docs", "snippets", "build/recorded"):
            if (book.root / folder).is_dir():
                shutil.copytree(book.root / folder, copy.root / folder)
        shutil.copy(book.root / "mkdocs.yml", copy.root)
        yield copy


@contextmanager
def empty(book: Book) -> Iterator[Book]:
    """A book of nothing, in which our tools and the interpreters are found."""
    with tempfile.TemporaryDirectory(prefix="interleave-bench-") as folder:
        copy = Book(Path(folder))
        copy.build.mkdir()
        (copy.root / "scripts").symlink_to(ROOT / "scripts")
        for shared in ("interpreters.toml", "build/environments"):
            if (book.root / shared).exists():
                (copy.root / shared).symlink_to((book.root / shared).resolve())
        yield copy
