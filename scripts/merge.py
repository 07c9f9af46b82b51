"""Merge what several machines recorded, each its shard of the book.

    python -m scripts.merge FOLDER ...

Each FOLDER holds what was in build/recorded on one of them. All of it comes into
build/recorded here; nothing is taken over when something is wrong.
"""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from scripts import command, recording
from scripts.book import Book
from scripts.problem import Problem
from scripts.run import console, report


def main(argv: Sequence[str] | None = None, book: Book | None = None) -> int:
    """The command. Gives 0 only when all could be merged."""
    parser = command.parser("merge", __doc__)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    folders = parser.parse_args(argv).folders
    book = book or Book()
    found: dict[Path, Path] = {}
    problems = [problem for folder in folders for problem in _gather(folder, found, book)]
    report([], problems)
    if problems:
        return 1
    for name, path in found.items():
        target = recording.local(book) / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    console.print(f"{len(found) // 2} recordings of {len(folders)} machines are in build/recorded.")
    return 0


def _gather(folder: Path, found: dict[Path, Path], book: Book) -> list[Problem]:
    """Note the recordings of one folder in found; and what is wrong with them."""
    problems = []
    for data in sorted(folder.glob("*/recorded/*.json")):
        name, _, label = data.stem.partition(".")
        if label in ("states", "trace"):  # of no shard: they are made where all is
            continue
        program = f"{data.parent.parent.name}/{name}"
        out = data.with_suffix(".out")
        try:
            recording.read(folder, program, label, book)
        except Problem as problem:
            problems.append(problem)
            continue
        for path in (data, out):
            other = found.setdefault(path.relative_to(folder), path)
            if other.read_bytes() != path.read_bytes():
                problems.append(_twice(program, other, path))
                break
    if not problems and not any(path.is_relative_to(folder) for path in found.values()):
        problems.append(_empty(folder))
    return problems


def _twice(program: str, one: Path, other: Path) -> Problem:
    return Problem(
        str(other),
        expected=f"each program in one shard, and so one recording of {program}",
        seen=f"{one} is another one",
        command="python -m scripts.run --help",
    )


def _empty(folder: Path) -> Problem:
    return Problem(
        str(folder),
        expected="chapters with recordings, as in build/recorded",
        seen="there are none",
        command=f"ls {folder}/*/recorded",
    )


if __name__ == "__main__":
    sys.exit(main())
