"""The record: what the programs of the lab did in our browser, for readers whose own cannot.

One file beside them, docs/lab/race/recorded.json, made by `python -m scripts.lab --accept`.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from scripts import claim
from scripts.book import Book
from scripts.claim import Verdict
from scripts.lab.program import Program, digest, folder, programs
from scripts.problem import Problem

MADE_BY = "python -m scripts.lab --accept"

Facts = dict[str, int]


@dataclass(frozen=True)
class Record:
    """What came of all programs. source: see `digest`; runs: by a program's name, facts run by run."""

    source: str
    browser: str
    machine: dict[str, Any]
    runs: dict[str, list[Facts]]

    def of(self, program: Program) -> list[Facts]:
        """The runs of one program."""
        return self.runs.get(program.name, [])

    def total(self, program: Program) -> Facts:
        """The facts of one program, added up over its runs."""
        runs = self.of(program)
        return {name: sum(run[name] for run in runs) for name in runs[0]} if runs else {}

    def judge(self, program: Program, expression: str) -> Verdict:
        """In how many runs it holds. Raises ClaimError where it cannot be read."""
        return claim.judge(claim.parse(expression), self.of(program))


def path(book: Book) -> Path:
    """Where the record lies; the site publishes it."""
    return folder(book) / "recorded.json"


def write(record: Record, book: Book) -> None:
    """Write it, sealed so that a hand's edit is found."""
    fields = {"made_by": MADE_BY, **asdict(record)}
    text = json.dumps({**fields, "seal": _seal(fields)}, indent=1, ensure_ascii=False)
    path(book).write_text(text + "\n", encoding="utf-8")


def read(book: Book) -> Record:
    """The committed record. Raises Problem where it is missing, damaged, edited or out of date."""
    file = path(book)
    try:
        fields = json.loads(file.read_text(encoding="utf-8"))
        seal, _ = fields.pop("seal"), fields["made_by"]
        record = Record(**{name: fields[name] for name in Record.__annotations__})
    except FileNotFoundError:
        raise _wrong(book, "it is missing") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise _wrong(book, "it cannot be read") from None
    if seal != _seal(fields):
        raise _wrong(book, "it was edited by hand")
    if record.source != digest(book):
        raise _wrong(book, "the lab's code has changed since")
    return record


def problems(book: Book) -> Iterator[Problem]:
    """What is wrong with the lab, where the book has one."""
    if not programs(book):
        return
    try:
        record = read(book)
    except Problem as problem:
        yield problem
        return
    yield from broken_claims(record, book)


def broken_claims(record: Record, book: Book) -> Iterator[Problem]:
    """The claims that the runs do not bear out."""
    for program in programs(book):
        for text in program.claims:
            verdict = record.judge(program, text)
            if not verdict.ok:
                seen = verdict.error or f"it held in {verdict.held} of {verdict.of} runs"
                place = book.shown(program.path)
                yield Problem(place, expected=text, seen=seen, command="python -m scripts.lab")


def _wrong(book: Book, seen: str) -> Problem:
    file = book.shown(path(book))
    expected = "a record of the lab's code as it stands now"
    return Problem(file, expected=expected, seen=seen, command=f"rm -f {file}; {MADE_BY}")


def _seal(fields: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()
