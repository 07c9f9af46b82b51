"""A build of the whole book when nothing has to run."""

import statistics
import sys

from scripts.bench.figure import Figure
from scripts.bench.spent import Spent, spent
from scripts.book import Book

TRIES = 3
MKDOCS = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean"]


def build(book: Book) -> list[Figure]:
    """mkdocs alone and strict, its caches warm: the median of three after one that warms them."""
    once(book)
    tries = [once(book) for _ in range(TRIES)]
    seconds = statistics.median(one.seconds for one in tries)
    return [
        Figure("warm strict build", seconds, "s", most=6),
        Figure("the same, CPU", statistics.median(one.cpu for one in tries), "s"),
        Figure("the same, memory", max(one.peak for one in tries) / 2**20, "MiB"),
    ]


def once(book: Book) -> Spent:
    """One build into the book's site/. Raises Problem."""
    return spent(MKDOCS, book.root)
