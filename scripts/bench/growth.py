"""How a build grows with the book: 10, 100 and 1,000 synthetic chapters."""

import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise

from scripts.bench.build import once
from scripts.bench.copied import empty
from scripts.bench.figure import Figure
from scripts.bench.spent import Spent, spent
from scripts.bench.synthetic import write
from scripts.book import Book

SIZES = (10, 100, 1000)
# More than linear is what lies above the noise of two measurements.
NOISE = 1.2
SITE = [sys.executable, "-m", "scripts.site"]


def growth(book: Book, sizes: Sequence[int] = SIZES) -> Iterator[Figure]:
    """What `make site` and a warm build take for each size, and what a chapter more costs."""
    wholes: list[Spent] = []
    builds: list[Spent] = []
    for size in sizes:
        whole, built = measured(book, size)
        wholes.append(whole)
        builds.append(built)
        yield from of_size(f"{size:,} chapters, make site with nothing to run", whole)
        yield from of_size(f"{size:,} chapters, warm build", built)
    yield from more("make site", sizes, wholes)
    yield from more("warm build", sizes, builds)


def measured(book: Book, chapters: int) -> tuple[Spent, Spent]:
    """The gate, a first build and the built site's gate; then a build whose caches are warm."""
    with empty(book) as copy:
        write(copy, book, chapters)
        return spent(SITE, copy.root), once(copy)


def of_size(name: str, one: Spent) -> Iterator[Figure]:
    """What one size took."""
    yield Figure(name, one.seconds, "s")
    yield Figure(f"{name}, CPU", one.cpu, "s")
    yield Figure(f"{name}, memory", one.peak / 2**20, "MiB")


def more(name: str, sizes: Sequence[int], found: Sequence[Spent]) -> Iterator[Figure]:
    """What each further chapter costs between two sizes, and whether that rises with the size.

    What every build takes, however small the book, is in none of these. Of memory the
    largest moment counts, which is another one in a large book, so there it is the whole.
    """
    pairs = pairwise(zip(sizes, found, strict=True))
    each = {(a, b): (more.cpu - less.cpu) / (b - a) for (a, less), (b, more) in pairs}
    for (a, b), seconds in each.items():
        yield Figure(f"{name}, each chapter from {a:,} to {b:,}, CPU", seconds * 1000, "ms")
    for small, large in pairwise(each):
        said = f"{name}, that of {large[0]:,} to {large[1]:,} against that of {small[0]:,} to {small[1]:,}"
        yield Figure(f"{said} (1 is linear)", each[large] / each[small], "times", most=NOISE)
    for (a, less), (b, larger) in pairwise(zip(sizes, found, strict=True)):
        said = f"{name}, memory for {b:,} chapters against {a:,} ({b / a:g} is linear)"
        yield Figure(said, larger.peak / less.peak, "times", most=NOISE * b / a)
