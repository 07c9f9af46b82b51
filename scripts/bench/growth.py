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
    steps = list(pairwise(zip(sizes, found, strict=True)))
    each = {many: (more.cpu - less.cpu) / (many - few) for (few, less), (many, more) in steps}
    for (few, _), (many, _) in steps:
        yield Figure(f"{name}, CPU: a chapter from {few:,} to {many:,}", each[many] * 1000, "ms")
    for few, many in pairwise(each):
        said = f"{name}, CPU: a chapter more of {many:,} against one of {few:,} (1 is linear)"
        yield Figure(said, each[many] / each[few], "times", most=NOISE)
    for (few, less), (many, larger) in steps:
        said = f"{name}, memory: {many:,} chapters against {few:,} ({many / few:g} is linear)"
        yield Figure(said, larger.peak / less.peak, "times", most=NOISE * many / few)
