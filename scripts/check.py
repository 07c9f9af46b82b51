"""The gate: everything that must be true of the sources and of the built site.

    python -m scripts.check [--docs DIR] [--site DIR]

Without --site the sources alone are looked at.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from scripts import built, command, sources
from scripts.book import Book
from scripts.problem import Problem
from scripts.run import console


def main(argv: Sequence[str] | None = None, book: Book | None = None) -> int:
    """The command. Gives 0 only when nothing is wrong."""
    book = book or Book()
    options = _options(argv)
    docs = options.docs or book.docs
    pages = sources.reader(book, docs)
    problems = sources.problems(book, docs, pages)
    if options.site and not problems:
        problems = built.problems(book, docs, options.site, pages)
    return told(problems, "the built site" if options.site else "the sources")


def told(problems: Sequence[Problem], what: str) -> int:
    """Print the problems, or that there are none; gives the exit status."""
    for problem in problems:
        console.print(str(problem), style="red", markup=False)
    if problems:
        console.print(f"{len(problems)} to mend in {what}.")
        return 1
    console.print(f"Checked {what}: nothing to mend.")
    return 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = command.parser("check", __doc__)
    parser.add_argument("--docs", type=Path, metavar="DIR", help="pages to check (default: docs)")
    parser.add_argument("--site", type=Path, metavar="DIR", help="a built site to read as well")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
