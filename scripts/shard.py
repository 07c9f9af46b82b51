"""A shard: one of n parts of the book's programs, for one of n machines."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from scripts import recording
from scripts.book import Book
from scripts.problem import Problem
from scripts.program import Program

NAME = re.compile(r"(?P<part>[1-9]\d{0,2})/(?P<of>[1-9]\d{0,2})")
UNKNOWN = 3.0  # seconds that a program without a recording is taken to need


class Shard(NamedTuple):
    """Part `part` of `of`, counted from 1."""

    part: int
    of: int


def named(text: str) -> Shard:
    """The shard that "2/5" names. Raises ValueError with what is wrong."""
    found = NAME.fullmatch(text)
    if not found:
        raise ValueError(f"a shard is written as 2/5, not as {text!r}")
    shard = Shard(int(found["part"]), int(found["of"]))
    if shard.part > shard.of:
        raise ValueError(f"there is no part {shard.part} of {shard.of}")
    return shard


def share(programs: Sequence[Program], shard: Shard, book: Book) -> list[Program]:
    """The programs of one shard, in their order.

    Each goes whole, with all its interpreters, so that claims which compare them can
    be judged there. The longest go first, each to the shard with the least so far, by
    the committed recordings: every machine that has this commit comes to the same parts.
    """
    needs = {program.id: seconds(program, book) for program in programs}
    sums = [0.0] * shard.of
    mine = set()
    for program in sorted(programs, key=lambda one: (-needs[one.id], one.id)):
        least = sums.index(min(sums))
        sums[least] += needs[program.id]
        if least == shard.part - 1:
            mine.add(program.id)
    return [program for program in programs if program.id in mine]


def seconds(program: Program, book: Book) -> float:
    """How long all runs of a program took when its references were made."""
    return sum(_seconds(program, label, book) for label in recording.labels(program))


def _seconds(program: Program, label: str, book: Book) -> float:
    try:
        found = recording.committed(program, label, book)
    except Problem:  # told by the check
        found = None
    return sum(run["seconds"] for run in found.runs) if found else UNKNOWN
