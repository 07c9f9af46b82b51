"""States: the exploration of one program, kept beside its recordings.

One file, recorded/NAME.states.json: what `python -m scripts.explore --json`
tells, with the program it is of and the machine that made it. The site
publishes it, and the reader's explorer walks in it.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from scripts import machine, recording
from scripts.book import Book
from scripts.claim import Names, Value
from scripts.explore.exploration import Exploration, from_report
from scripts.fact import facts_in
from scripts.interpreter import build_interpreter
from scripts.problem import Problem
from scripts.program import Program

# Part of every key: raise it when the engine finds or counts otherwise.
ENGINE = 1
WORDS = re.compile(r"-?\w+(?:[.,]\w+)*")


@dataclass(frozen=True)
class States:
    """An exploration with its program.

    listing: the lines a page shows, by number; facts: the header's facts in
    each outcome's output, where they match; reference: it was read from the
    committed ones, not made by this machine.
    """

    program: str
    source: str
    exploration: Exploration
    listing: list[dict[str, Any]]
    facts: list[dict[str, Value]]
    interpreter: dict[str, str]
    machine: dict[str, Any]
    engine: int = ENGINE
    reference: bool = False

    def key(self) -> str:
        """SHA-256 over all that mattered: program, interpreter, engine."""
        return _digest([self.source, self.interpreter["version"], self.engine])

    def names(self) -> list[Names]:
        """What claims may name, outcome by outcome."""
        outcomes = self.exploration.outcomes
        return [
            {
                **facts,
                "end": one.end,
                "output": one.output,
                "lines": list(one.output.splitlines()),
                "words": WORDS.findall(one.output),
            }
            for one, facts in zip(outcomes, self.facts, strict=True)
        ]

    def as_json(self) -> dict[str, Any]:
        """The contract of --json, and where it comes from."""
        return {
            "program": self.program,
            "key": self.key(),
            **self.exploration.as_json(),
            "listing": self.listing,
            "facts": self.facts,
            "source": self.source,
            "interpreter": self.interpreter,
            "machine": self.machine,
            "engine": self.engine,
        }


def of(program: Program, found: Exploration) -> States:
    """What is kept of an exploration made just now."""
    interpreter = build_interpreter()
    return States(
        program=program.id,
        source=program.digest,
        exploration=found,
        listing=[{"line": number, "text": text} for number, text in program.listing],
        facts=[facts_in(one.output, program.header.facts, maybe=True) for one in found.outcomes],
        interpreter={
            "implementation": interpreter.implementation,
            "version": interpreter.version,
        },
        machine=machine.describe(),
    )


def path(folder: Path, program: str) -> Path:
    """Its file; folder: the chapters' folder."""
    chapter, _, name = program.rpartition("/")
    return folder / chapter / "recorded" / f"{name}.states.json"


def lines(fields: dict[str, Any]) -> str:
    """JSON with a line for each key: a graph would take thousands."""
    items = (f" {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in fields.items())
    return "{\n" + ",\n".join(items) + "\n}"


def write(states: States, folder: Path) -> None:
    """Write the file, sealed so that a hand's edit is found."""
    fields = {"made_by": _command(states.program), **states.as_json()}
    fields["runs"], fields["seconds"] = states.exploration.runs, states.exploration.seconds
    fields["seal"] = _digest(fields)
    file = path(folder, states.program)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(lines(fields) + "\n", encoding="utf-8")


def read(folder: Path, program: str, book: Book) -> States | None:
    """The exploration, or None where there is none.

    Raises Problem when it was edited, is damaged, or holds merge markers.
    """
    file = path(folder, program)
    if not file.exists():
        return None
    text = file.read_text(encoding="utf-8", errors="replace")
    try:
        return _unsealed(text)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        marker = recording.MERGE_MARKERS.search(text)
        line = text.count("\n", 0, marker.start()) + 1 if marker else 1
        raise Problem(
            f"{book.shown(file)}:{line}",
            expected="an exploration as the explorer wrote it",
            seen="merge markers of git" if marker else f"it is damaged: {error}",
            command=_command(program),
        ) from None


@lru_cache(maxsize=256)
def _unsealed(text: str) -> States:
    """The exploration of a file's text. Raises an error of Python where it is damaged."""
    fields = json.loads(text)
    if fields.pop("seal") != _digest(fields):
        raise ValueError("it was edited after the exploration")
    kept = ("program", "source", "listing", "facts", "interpreter", "machine", "engine")
    return States(exploration=from_report(fields), **{name: fields[name] for name in kept})


def fresh(states: States, program: Program) -> bool:
    """Whether program and engine are still the same."""
    return (states.source, states.engine) == (program.digest, ENGINE)


def committed(program: Program, book: Book) -> States | None:
    """The reference. Raises Problem when it is damaged."""
    found = read(book.snippets, program.id, book)
    return replace(found, reference=True) if found else None


def here(program: Program, book: Book) -> States | None:
    """What this machine found of the program as it stands, with the build's interpreter."""
    try:
        found = read(recording.local(book), program.id, book)
    except Problem:  # it is made again
        return None
    same = found and found.interpreter["version"] == build_interpreter().version
    return found if found and same and fresh(found, program) else None


def shown(program: Program, book: Book) -> States:
    """What a page shows: this machine's exploration, or else the reference.

    Raises Problem when the program is not explored, or neither is of its text.
    """
    if not program.header.explore:
        raise Problem(
            f"{program.place}:{program.header.line('')}",
            expected="explore = true in its header",
            seen="a page asks for all its interleavings",
            command=f"python -m scripts.explore {program.id}",
        )
    for states in _kept(program, book):
        if states is not None and fresh(states, program):
            return states
    file = path(book.snippets, program.id)
    raise Problem(
        book.shown(file),
        expected=f"the interleavings of {program.id} as it stands now",
        seen="it is out of date" if file.exists() else "it is missing",
        command=_command(program.id),
    )


def _kept(program: Program, book: Book) -> Iterator[States | None]:
    """This machine's, then the reference, which nobody reads where the first will do."""
    yield here(program, book)
    yield committed(program, book)


def _command(program: str) -> str:
    return f"python -m scripts.explore --accept {program}"


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
