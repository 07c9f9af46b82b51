"""A trace: what the processes, threads and tasks of one run did, kept beside the recordings.

One file, recorded/NAME.trace.json, or NAME.LABEL.trace.json for another
interpreter than the build's. Figures are drawn from it, and the site publishes it.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from scripts import recording
from scripts.book import Book
from scripts.problem import Problem
from scripts.program import Program
from scripts.recording import BUILD

# Part of every key: raise it when the tracer sees or tells otherwise.
TRACER = 1
KEPT = ("program", "label", "source", "files", "tracer", "command", "exit", "output",
        "overhead", "processes", "strands", "events", "interpreter", "machine")  # fmt: skip
LISTS = ("processes", "strands", "events")  # one line for each of theirs


@dataclass(frozen=True)
class Trace:
    """One traced run.

    overhead: median seconds without and with the tracer, over runs; both are
    None for a program that hangs. processes: number, name, pid, parent, method.
    strands: number, process, letter, name, kind. events, in true order: n, at
    (seconds since the first), strand, line, do, text, what, to. reference: it
    was read from the committed ones, not made by this machine. seal: a digest of all
    that its file holds; empty where it was not read from one.
    """

    program: str
    label: str
    source: str
    files: dict[str, str]
    command: str
    exit: int | None
    output: str
    overhead: dict[str, Any]
    processes: list[dict[str, Any]]
    strands: list[dict[str, Any]]
    events: list[dict[str, Any]]
    interpreter: dict[str, str]
    machine: dict[str, Any]
    tracer: int = TRACER
    reference: bool = False
    seal: str = field(default="", compare=False)

    def key(self) -> str:
        """SHA-256 over all that mattered: program, files, interpreter, tracer."""
        return _digest([self.source, self.files, self.interpreter["identity"], self.tracer])

    def as_json(self) -> dict[str, Any]:
        """What the file holds, but for its seal."""
        made_by = command(self.program, self.label)
        return {
            "made_by": made_by,
            "key": self.key(),
            **{name: getattr(self, name) for name in KEPT},
        }


def command(program: str, label: str) -> str:
    """What makes the reference again."""
    on = "" if label == BUILD else f" --on {label}"
    return f"python -m scripts.trace --accept {program}{on}"


def path(folder: Path, program: str, label: str) -> Path:
    """Its file; folder: the chapters' folder."""
    chapter, _, name = program.rpartition("/")
    middle = "" if label == BUILD else f".{label}"
    return folder / chapter / "recorded" / f"{name}{middle}.trace.json"


def lines(fields: dict[str, Any]) -> str:
    """JSON with a line for each key and each event, so that a diff can be read."""
    items = []
    for key, value in fields.items():
        if key in LISTS and value:
            rows = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in value)
            items.append(f' "{key}": [\n{rows}\n ]')
        else:
            items.append(f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(items) + "\n}"


def write(trace: Trace, folder: Path) -> None:
    """Write the file, sealed so that a hand's edit is found."""
    fields = trace.as_json()
    fields["seal"] = _digest(fields)
    file = path(folder, trace.program, trace.label)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(lines(fields) + "\n", encoding="utf-8")


def read(folder: Path, program: str, label: str, book: Book) -> Trace | None:
    """The trace, or None where there is none.

    Raises Problem when it was edited, is damaged, or holds merge markers.
    """
    file = path(folder, program, label)
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
            expected="a trace as the tracer wrote it",
            seen="merge markers of git" if marker else f"it is damaged: {error}",
            command=command(program, label),
        ) from None


@lru_cache(maxsize=256)
def _unsealed(text: str) -> Trace:
    """The trace of a file's text. Raises an error of Python where it is damaged."""
    fields = json.loads(text)
    seal = fields.pop("seal")
    if seal != _digest(fields):
        raise ValueError("it was edited after the run")
    return Trace(**{name: fields[name] for name in KEPT}, seal=seal)


def fresh(trace: Trace, program: Program) -> bool:
    """Whether program, the files it opened, and the tracer are still the same."""
    same = (trace.source, trace.tracer) == (program.digest, TRACER)
    return same and trace.files == recording.digests(program, trace.files)


def committed(program: Program, label: str, book: Book) -> Trace | None:
    """The reference. Raises Problem when it is damaged."""
    found = read(book.snippets, program.id, label, book)
    return replace(found, reference=True) if found else None


def here(program: Program, label: str, book: Book) -> Trace | None:
    """This machine's own trace of the program as it stands; a damaged one counts as none."""
    try:
        found = read(recording.local(book), program.id, label, book)
    except Problem:
        return None
    return found if found and fresh(found, program) else None


def shown(program: Program, label: str, book: Book) -> Trace:
    """What a page shows: this machine's trace, or else the reference.

    Raises Problem when neither is there, or both are of another program text.
    """
    for trace in _kept(program, label, book):
        if trace is not None and fresh(trace, program):
            return trace
    file = path(book.snippets, program.id, label)
    raise Problem(
        book.shown(file),
        expected=f"a trace of {program.id} as it stands now",
        seen="it is out of date" if file.exists() else "it is missing",
        command=command(program.id, label),
    )


def _kept(program: Program, label: str, book: Book) -> Iterator[Trace | None]:
    """This machine's, then the reference, which nobody reads where the first will do."""
    yield here(program, label, book)
    yield committed(program, label, book)


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
