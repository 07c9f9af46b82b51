"""A copy of the book in a folder that is thrown away: what is measured may write there."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.book import ROOT, Book


@contextmanager
def copied(book: Book) -> Iterator[Book]:
    """Pages, programs and this machine's recordings; with our tools."""
    with empty(book) as copy:
        for folder in ("docs", "snippets", "build/recorded"):
            if (book.root / folder).is_dir():
                shutil.copytree(book.root / folder, copy.root / folder)
        for settings in book.root.glob("*.yml"):
            shutil.copy(settings, copy.root)
        yield copy


@contextmanager
def empty(book: Book) -> Iterator[Book]:
    """A book of nothing, with our tools, and the interpreters and environments of another."""
    with tempfile.TemporaryDirectory(prefix="interleave-bench-") as folder:
        copy = Book(Path(folder))
        copy.build.mkdir()
        # A link would lead them home: they look for their book beside themselves.
        unwanted = shutil.ignore_patterns("__pycache__")
        for ours in ("scripts", "overrides"):
            shutil.copytree(ROOT / ours, copy.root / ours, ignore=unwanted)
        for shared in ("interpreters.toml", "build/environments"):
            if (book.root / shared).exists():
                (copy.root / shared).symlink_to((book.root / shared).resolve())
        yield copy
