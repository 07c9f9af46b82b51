"""A program of the lab: one JavaScript file below docs/lab/race/ that the browser runs."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from scripts.book import Book
from scripts.problem import Problem

CHAPTER = "lab/race"
CLAIM = re.compile(r"^// claim: (?P<text>.+)\n", re.MULTILINE)
HEAD = re.compile(r"\A// (?P<summary>.+)\n(?:// claim: .+\n)+\n")
# What runs a program: when one of these changes, the record is out of date as well.
ENGINE = ("programs.js", "race.js", "worker.js")


@dataclass(frozen=True)
class Program:
    """One program. id: "lab/race/lost_broken"; claims: what must hold of every run."""

    id: str
    path: Path
    source: str

    @property
    def name(self) -> str:
        """Its file's name without the ending, as race.js knows it."""
        return self.path.stem

    @property
    def summary(self) -> str:
        """What the reader will see, from its first line."""
        head = HEAD.match(self.source)
        return head["summary"] if head else ""

    @property
    def claims(self) -> list[str]:
        """Its claims, as they are written at its top."""
        return [match["text"] for match in CLAIM.finditer(self.source)]

    @property
    def shown(self) -> str:
        """What a page shows: all but the head."""
        return HEAD.sub("", self.source)


def folder(book: Book) -> Path:
    """Where the lab lies."""
    return book.docs / CHAPTER


def programs(book: Book) -> list[Program]:
    """All of them: the files that claim something."""
    found = []
    for path in sorted(folder(book).glob("*.js")):
        source = path.read_text(encoding="utf-8")
        if HEAD.match(source):
            found.append(Program(f"{CHAPTER}/{path.stem}", path, source))
    return found


def load_id(name: str, book: Book) -> Program:
    """The program of this id. Raises Problem where there is none."""
    known = {one.id: one for one in programs(book)}
    if name in known:
        return known[name]
    raise Problem(
        book.shown(folder(book)),
        expected=f"one of {', '.join(known) or 'no programs'}",
        seen=f"{name!r}",
        command=f"ls {book.shown(folder(book))}",
    )


def is_name(name: str) -> bool:
    """Whether an id is one of the lab's, and of no Python program."""
    return name.startswith(f"{CHAPTER}/")


def digest(book: Book) -> str:
    """SHA-256 over all that decides what a run gives."""
    paths = [one.path for one in programs(book)] + [folder(book) / name for name in ENGINE]
    parts = [f"{path.name}\n{path.read_text(encoding='utf-8')}" for path in paths]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
