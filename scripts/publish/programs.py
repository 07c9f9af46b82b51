"""What the site has of the programs: their files, and what is recorded of them, as pages show it."""

from contextlib import suppress
from pathlib import Path
from typing import Protocol

from scripts.book import Book
from scripts.explore import states
from scripts.problem import Problem
from scripts.program import Program, load
from scripts.recording import labels, local, paths, shown
from scripts.trace import trace


class Kept(Protocol):
    """A recording, an exploration or a trace."""

    @property
    def reference(self) -> bool:
        """Whether it is the committed one, and not this machine's own."""


def files(book: Book) -> dict[str, Path]:
    """By its name in the site's programs/, each file that belongs there."""
    found = {}
    for path in book.program_paths():
        found[f"{path.parent.name}/{path.name}"] = path
        with suppress(Problem):  # its page tells it
            found |= _kept(load(path, book), book)
    return found


def _kept(program: Program, book: Book) -> dict[str, Path]:
    def folder(one: Kept) -> Path:
        return book.snippets if one.reference else local(book)

    found = {}
    if program.header.explore:
        explored = folder(states.shown(program, book))
        found[f"{program.id}.states.json"] = states.path(explored, program.id)
    for label in program.header.trace:
        file = trace.path(folder(trace.shown(program, label, book)), program.id, label)
        found[f"{program.path.parent.name}/{file.name}"] = file
    for label in labels(program):
        ran = folder(shown(program, label, book))
        found[f"{program.id}.{label}.json"] = paths(ran, program.id, label)[1]
    return found
