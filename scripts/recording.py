"""A recording: what a program did on one interpreter, kept beside it.

Two files: recorded/NAME.LABEL.out holds the text as it came, NAME.LABEL.json
the rest. The label is an interpreter's ("3.11"), or "build" for programs that
run on whichever interpreter builds the book.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from scripts.book import Book
from scripts.claim import Names, Value
from scripts.problem import Problem
from scripts.program import Program

# Part of every key: raise it when the runner changes what a program sees.
RUNNER = 1
BUILD = "build"
MERGE_MARKERS = re.compile(r"^(<{7}|>{7}|={7}$)", re.MULTILINE)


@dataclass(frozen=True)
class Recording:
    """One program on one interpreter.

    output: the text of the run that pages show, runs[shown]; times: seconds
    from its start to the end of each line. Each of runs has exit, seconds,
    cpu, peak (bytes), hung and facts. files: SHA-256 of the local files it
    opened. claims: claim, held, of. reference: it was read from the committed
    ones, not made by this machine. Each of runs also has text, a digest of what it
    printed; recordings made before that was kept lack it.
    """

    program: str
    label: str
    source: str
    files: dict[str, str]
    command: str
    output: str
    times: list[float]
    runs: list[dict[str, Any]]
    shown: int
    claims: list[dict[str, Any]]
    interpreter: dict[str, str]
    machine: dict[str, Any]
    isolation: list[str]
    runner: int = RUNNER
    reference: bool = False

    def key(self) -> str:
        """SHA-256 over all that mattered: program, files, interpreter, runner."""
        return _digest([self.source, self.files, self.interpreter["identity"], self.runner])

    def names(self) -> list[Names]:
        """What claims may name, run by run. Only the shown run keeps its text."""
        return [
            names_of(run, self.output if i == self.shown else None)
            for i, run in enumerate(self.runs)
        ]

    def texts(self) -> list[str] | None:
        """A digest of what each run printed; None where some run did not keep it."""
        kept = [run.get("text") for run in self.runs]
        kept[self.shown] = text_digest(self.output)
        known = [text for text in kept if text is not None]
        return known if len(known) == len(kept) else None

    def fact(self, name: str) -> Value:
        """A fact of the run that pages show. Raises KeyError."""
        value: Value = self.runs[self.shown]["facts"][name]
        return value


def text_digest(output: str) -> str:
    """Tells one text from another: the first 16 digits of its SHA-256."""
    return hashlib.sha256(output.encode()).hexdigest()[:16]


def names_of(run: dict[str, Any], output: str | None) -> Names:
    """The names of one run: its facts and the built-in ones."""
    names: dict[str, Value] = {
        **run["facts"],
        **{n: run[n] for n in ("exit", "seconds", "cpu", "hung")},
    }
    if output is not None:
        names |= {"output": output, "lines": list(output.splitlines())}
    return names


def paths(folder: Path, program: str, label: str) -> tuple[Path, Path]:
    """The two files of a recording; folder: the chapters' folder."""
    chapter, _, name = program.rpartition("/")
    stem = folder / chapter / "recorded" / f"{name}.{label}"
    return stem.with_name(stem.name + ".out"), stem.with_name(stem.name + ".json")


def local(book: Book) -> Path:
    """Where this machine keeps its own recordings."""
    return book.build / "recorded"


def write(recording: Recording, folder: Path) -> None:
    """Write both files, sealed so that a hand's edit is found."""
    out, data = paths(folder, recording.program, recording.label)
    out.parent.mkdir(parents=True, exist_ok=True)
    fields = {k: v for k, v in vars(recording).items() if k not in ("output", "reference")}
    made_by = f"python -m scripts.run --accept {recording.program}"
    fields = {"made_by": made_by, "key": recording.key(), **fields}
    fields["seal"] = _seal(fields, recording.output)
    out.write_text(recording.output, encoding="utf-8")
    data.write_text(json.dumps(fields, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def read(folder: Path, program: str, label: str, book: Book) -> Recording | None:
    """The recording, or None where there is none.

    Raises Problem when it is half there, was edited, or holds merge markers.
    """
    out, data = paths(folder, program, label)
    there = [path for path in (out, data) if path.exists()]
    if not there:
        return None
    remake = f"python -m scripts.run --accept {program}"
    for path in (out, data):
        if path not in there:
            raise Problem(
                book.shown(path),
                expected="both files of a recording",
                seen="it is missing",
                command=remake,
            )
    text = out.read_bytes().decode(errors="replace")
    raw = data.read_text(encoding="utf-8", errors="replace")
    try:
        return _unsealed(text, raw)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        for path, content in ((out, text), (data, raw)):
            marker = MERGE_MARKERS.search(content)
            if marker:
                line = content.count("\n", 0, marker.start()) + 1
                raise Problem(
                    f"{book.shown(path)}:{line}",
                    expected="a recording",
                    seen="merge markers of git",
                    command=remake,
                ) from None
        raise Problem(
            book.shown(data),
            expected="a recording as the runner wrote it",
            seen=f"{out.name} and {data.name} do not belong together: {error}",
            command=remake,
        ) from None


@lru_cache(maxsize=4096)
def _unsealed(text: str, raw: str) -> Recording:
    """The recording of two files' texts. Raises an error of Python where they are damaged."""
    fields = json.loads(raw)
    seal = fields.pop("seal")
    if seal != _seal(fields, text):
        raise ValueError("it was edited after the run")
    del fields["made_by"], fields["key"]
    return Recording(output=text, **fields)


def fresh(recording: Recording, program: Program) -> bool:
    """Whether program, the files it opened, and the runner are still the same."""
    same = (recording.source, recording.runner) == (program.digest, RUNNER)
    return same and recording.files == digests(program, recording.files)


def digests(program: Program, names: Iterable[str]) -> dict[str, str]:
    """SHA-256 of files beside the program; an empty one for a file that is gone."""
    folder = program.path.parent
    return {name: _file_digest(folder / name) for name in sorted(names)}


def _file_digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _seal(fields: dict[str, Any], output: str) -> str:
    return _digest([fields, output])


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def labels(program: Program) -> tuple[str, ...]:
    """The labels under which a program is recorded."""
    return program.header.on or (BUILD,)


def committed(program: Program, label: str, book: Book) -> Recording | None:
    """The reference recording. Raises Problem when it is damaged."""
    found = read(book.snippets, program.id, label, book)
    return replace(found, reference=True) if found else None


def shown(program: Program, label: str, book: Book) -> Recording:
    """What a page shows: this machine's recording, or else the reference.

    Raises Problem when neither is there, or both are of another program text.
    """
    for recording in _kept(program, label, book):
        if recording is not None and fresh(recording, program):
            return recording
    out, _ = paths(book.snippets, program.id, label)
    raise Problem(
        book.shown(out),
        expected=f"a recording of {program.id} as it stands now",
        seen="it is out of date" if out.exists() else "it is missing",
        command=f"python -m scripts.run --accept {program.id}",
    )


def _kept(program: Program, label: str, book: Book) -> Iterator[Recording | None]:
    """This machine's, then the reference, which nobody reads where the first will do."""
    yield read(local(book), program.id, label, book)
    yield committed(program, label, book)


def known(program: Program, label: str, book: Book) -> bool:
    """Whether there is a recording to show."""
    try:
        shown(program, label, book)
    except Problem:
        return False
    return True
