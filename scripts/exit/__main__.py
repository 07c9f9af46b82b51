"""Build the book without MkDocs, and compare what its pages hold with those of site/.

    python -m scripts.exit

First the site, from the recordings that are there; then the same sources by
ProperDocs, and their expansion by Zensical, in build/exit. `make exit` makes the
environment that both need.
"""

import sys
from collections.abc import Sequence

from rich.console import Console

from scripts import command, site, sources
from scripts.book import Book
from scripts.check import told
from scripts.exit import comparison
from scripts.exit.builders import BUILDERS
from scripts.problem import Problem
from scripts.run import console


def main(argv: Sequence[str] | None = None, book: Book | None = None) -> int:
    """The command. Gives 0 only when both build every page with the same in it."""
    command.parser("exit", __doc__).parse_args(argv)
    book = book or Book()
    if wrong := sources.of_pages(book, book.docs):
        return told(wrong, "the pages")
    if site.build(book):
        return 1
    wanted = comparison.read(book.root / "site")
    found: list[Problem] = []
    others: dict[str, comparison.Pages] = {}
    for builder in BUILDERS:
        try:
            with console.status(f"building with {builder.name}"):
                folder = builder.build(book)
        except Problem as problem:
            found.append(problem)
        else:
            others[builder.name] = comparison.read(folder)
            found += comparison.problems(wanted, others[builder.name], folder, book)
    Console(highlight=False, soft_wrap=True).print(comparison.table(wanted, others))
    return told(found, "the exit")


if __name__ == "__main__":
    sys.exit(main())
