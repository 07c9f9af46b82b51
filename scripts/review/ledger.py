"""The ledger: what is often said, row by row, as docs/review/ledger.md has it.

A row is a heading with an anchor, the verdict, what a run shows or a source says,
and where to read on:

    ### “A thread is a small process.” { #row-small-process }

    {{ verdict("half true") }} It has a number of its own … {{ proof(…) }}

    [Program, process, thread](../process/index.md#the-second-cook)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.book import Book
from scripts.problem import Problem
from scripts.review.headed import headed

FILE = "review/ledger.md"
HEADING = re.compile(r"^### (?P<said>“.+”) \{ #(?P<anchor>row-[\w-]+) \}$", re.M)
VERDICT = re.compile(r"""\{\{ verdict\(["'](?P<word>[^"']+)["']\) \}\}""")
EVIDENCE = re.compile(r"\{\{ proof\(|\]\(https://")

# Every verdict, and what it means.
VERDICTS = {
    "wrong": "a run, or the source, shows the contrary",
    "half true": "one part of it holds, and the other one does not",
    "out of date": "it was so once, or on another system",
    "true, if": "it holds under a condition that was left out",
}


@dataclass(frozen=True)
class Row:
    """One saying. below: everything under its heading."""

    said: str
    anchor: str
    below: str
    line: int

    @property
    def verdicts(self) -> list[str]:
        """The verdicts that stand in it, which should be one."""
        return [found["word"] for found in VERDICT.finditer(self.below)]


def rows(book: Book) -> list[Row]:
    """All rows, in the order of the page."""
    return [
        Row(heading["said"], heading["anchor"], below, line)
        for heading, below, line in headed(book.docs / FILE, HEADING)
    ]


def problems(book: Book) -> Iterator[Problem]:
    """Rows that lack something."""
    for row in rows(book):
        lacks = {
            "one verdict, of " + ", ".join(VERDICTS): len(row.verdicts) == 1
            and row.verdicts[0] in VERDICTS,
            "a proof(…), or a link to a source": bool(EVIDENCE.search(row.below)),
            "a link to the chapter": "](../" in row.below,
        }
        for expected, holds in lacks.items():
            if not holds:
                place, command = f"docs/{FILE}:{row.line}", f"sed -n {row.line},+6p docs/{FILE}"
                yield Problem(place, expected=expected, seen=row.said, command=command)
