"""A book that is a copy of the lab alone, and a record of three runs of it."""

import shutil
from pathlib import Path

from scripts.book import Book
from scripts.lab import record
from scripts.lab.program import CHAPTER, digest
from scripts.lab.record import Record

LOST, BUFFER = f"{CHAPTER}/lost_broken", f"{CHAPTER}/buffer_broken"
MACHINE = {"system": "Linux 6.18", "processor": "a fast one", "cores": 2, "date": "2026-11-21"}


def copied(folder: Path) -> Book:
    """The lab without its record and its page."""
    book = Book(folder)
    without = shutil.ignore_patterns("*.md", record.path(book).name)
    shutil.copytree(Book().docs / CHAPTER, book.docs / CHAPTER, ignore=without)
    return book


def recorded(book: Book) -> Record:
    """Runs that bear out what the programs claim."""
    pairs = {"rounds": 1000, "a_0": 700, "b_0": 200}
    runs = {
        "lost_broken": [{"additions": 100, "lost": n} for n in (10, 20, 60)],
        "lost_fixed": [{"additions": 100, "lost": 0}] * 3,
        "buffer_broken": [pairs | {"both_0": n, "both_1": 100 - n} for n in (1, 99, 20)],
        "buffer_fixed": [pairs | {"both_0": 0, "both_1": 100}] * 3,
    }
    return Record(digest(book), "Chromium 156", MACHINE, runs)


def kept(folder: Path) -> Book:
    """The lab with such a record."""
    book = copied(folder)
    record.write(recorded(book), book)
    return book
