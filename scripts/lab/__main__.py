"""Run the race lab's programs in Chromium, and check what they claim.

    python -m scripts.lab [--accept]

Prints what came of them. --accept makes it the record that pages show, where
there is none of the code as it stands now; to renew one, delete it first.
"""

import sys
from collections.abc import Sequence

from scripts import check, command
from scripts.book import Book
from scripts.lab import browse, record
from scripts.lab.chart import sentence
from scripts.lab.program import programs
from scripts.problem import Problem
from scripts.run import console


def main(argv: Sequence[str] | None = None, book: Book | None = None) -> int:
    """The command. Gives 0 when every claim held."""
    parser = command.parser("lab", __doc__)
    parser.add_argument("--accept", action="store_true", help="keep it, where a record is missing")
    options = parser.parse_args(argv)
    book = book or Book()
    try:
        made = browse.record(book)
    except Problem as problem:
        return check.told([problem], "the lab")
    for program in programs(book):
        runs = made.of(program)
        console.print(f"{program.name}: {len(runs)} runs. {sentence(runs)}", markup=False)
    broken = list(record.broken_claims(made, book))
    if broken:
        return check.told(broken, "the lab")
    if options.accept:
        console.print(_kept(made, book))
    return 0


def _kept(made: record.Record, book: Book) -> str:
    """Keep it where the record does not fit; gives what was done."""
    file = book.shown(record.path(book))
    try:
        record.read(book)
    except Problem:
        record.write(made, book)
        return f"Wrote {file}."
    return f"{file} fits the code as it stands, and stays. To renew it, delete it first."


if __name__ == "__main__":
    sys.exit(main())
