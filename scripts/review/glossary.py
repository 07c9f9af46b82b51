"""The glossary: its entries, as docs/review/glossary.md has them, and who links to them.

An entry is a heading with an anchor, one to three sentences, and a paragraph with
links that ends with {{ used("…") }}:

    ### race condition { #race-condition }

    The result depends on the order in which threads take their steps.

    [Race conditions](../races/index.md#the-lost-update){{ used("race condition") }}
"""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.book import Book
from scripts.problem import Problem
from scripts.review.headed import headed

PAGE = "review/glossary/"
FILE = "review/glossary.md"
HEADING = re.compile(r"^### (?P<name>.+?) \{ #(?P<anchor>[\w-]+) \}$", re.M)
LINK = re.compile(r"\[(?P<words>[^\]]*)\]\([^)]*\)")
SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z“`*_])")


@dataclass(frozen=True)
class Entry:
    """A term. text: its sentences in Markdown; more: the paragraph with its links."""

    name: str
    anchor: str
    text: str
    more: str
    line: int

    @property
    def sentences(self) -> list[str]:
        """What it says, sentence by sentence, without links and emphasis."""
        plain = re.sub(r"[*`]", "", LINK.sub(r"\g<words>", self.text))
        return SENTENCE.split(" ".join(plain.split()))

    @property
    def short(self) -> str:
        """For whoever only points at the term: the first sentence."""
        return self.sentences[0]


def entries(book: Book) -> dict[str, Entry]:
    """By name, in the order of the page. None where the book has no glossary."""
    found = {}
    for heading, below, line in headed(book.docs / FILE, HEADING):
        said, _, more = below.partition("\n\n")
        found[heading["name"]] = Entry(heading["name"], heading["anchor"], said, more, line)
    return found


def entry(name: str, book: Book) -> Entry:
    """The entry of a term. Raises Problem where there is none."""
    known = entries(book)
    if name not in known:
        near = difflib.get_close_matches(name, known, 1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise Problem(
            f"docs/{FILE}",
            expected="a term of the glossary",
            seen=f"it has no entry {name!r}{hint}",
            command=f"grep -n '^### ' docs/{FILE}",
        )
    return known[name]


def problems(book: Book) -> Iterator[Problem]:
    """Entries that lack something."""
    for one in entries(book).values():
        yield from _of_entry(one)


def _of_entry(one: Entry) -> Iterator[Problem]:
    lacks = {
        "one to three sentences": 1 <= len(one.sentences) <= 3,
        "a link to the chapter that teaches it": "](../" in one.more,
        f'{{{{ used("{one.name}") }}}} at its end': f'{{{{ used("{one.name}") }}}}' in one.more,
    }
    for expected, holds in lacks.items():
        if not holds:
            place = f"docs/{FILE}:{one.line}"
            command = f"sed -n {one.line},+4p docs/{FILE}"
            yield Problem(
                place, expected=expected, seen=f"{one.name!r} is without", command=command
            )
