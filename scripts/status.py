"""What is there and what is missing, chapter by chapter, program by program.

    python -m scripts.status [CHAPTER ...] [--json]

With chapters (races, gil): their programs as well. "12/13" means that one of
thirteen is missing or out of date. What is missing is named below the table,
with the command that helps. Nothing is run.
"""

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass

from mkdocs.utils.yaml import yaml_load
from rich import box
from rich.console import Console
from rich.table import Table

from scripts import chapter, command, page, recording
from scripts.book import Book
from scripts.explore import states
from scripts.page import Page
from scripts.problem import Problem
from scripts.program import Program, load
from scripts.quiz.parse import OPEN
from scripts.trace import trace

LINK = re.compile(r"\]\((https?://[^)\s]+)\)")
FIGURES = ("diagram", "chart", "explorer")


@dataclass(frozen=True)
class Part:
    """How many there are, and what is missing or out of date of them, as commands."""

    there: int
    missing: tuple[str, ...] = ()

    def __str__(self) -> str:
        if not self.there and not self.missing:
            return "·"
        whole = self.there + len(self.missing)
        return f"{self.there}/{whole}" if self.missing else str(whole)

    def __add__(self, other: "Part") -> "Part":
        return Part(self.there + other.there, self.missing + other.missing)


@dataclass(frozen=True)
class Row:
    """One chapter or program: how many of each thing, by column."""

    name: str
    written: bool
    parts: dict[str, Part]


def main(argv: Sequence[str] | None = None, book: Book | None = None) -> int:
    """The command. Gives 0, also where something is missing: scripts.check is the judge."""
    parser = command.parser("status", __doc__)
    parser.add_argument("chapters", nargs="*", metavar="CHAPTER", help="a folder of docs/")
    parser.add_argument("--json", action="store_true", help="print the rows as JSON")
    options = parser.parse_args(argv)
    book = book or Book()
    known = {path.name for path in book.docs.iterdir() if path.is_dir()}
    for name in options.chapters:
        if name not in known:
            parser.error(f"there is no docs/{name}/; there are: {', '.join(sorted(known))}")
    found = rows(book, options.chapters)
    if options.json:
        print(json.dumps([asdict(row) for row in found], indent=1, ensure_ascii=False))
    else:
        report(found)
    return 0


def rows(book: Book, opened: Iterable[str] = ()) -> list[Row]:
    """A row for each chapter of the map, those of the programs below the opened ones."""
    found = []
    with (book.root / "mkdocs.yml").open("rb") as file:
        chapters = yaml_load(file).get("extra", {}).get("chapters", [])
    for one in chapters:
        if not one.get("page"):
            found.append(Row(one["title"], False, {}))
            continue
        folder = chapter.folder(one)
        own = list(_programs(book, chapter.name(one)))
        of_programs = [Row(f"  {name}", True, parts) for name, parts in own]
        whole = {"programs": Part(len(own))} | _sum(parts for _, parts in own)
        written = of_pages(page.pages(book.docs / folder, book))
        found.append(Row(one["title"], True, whole | written))
        found += of_programs if folder in opened else []
    return found


def _programs(book: Book, folder: str) -> Iterator[tuple[str, dict[str, Part]]]:
    for path in sorted((book.snippets / folder).glob("*.py")):
        try:
            yield path.stem, of_program(load(path, book), book)
        except Problem as problem:
            yield path.stem, {"runs": Part(0, (problem.command,))}


def of_program(program: Program, book: Book) -> dict[str, Part]:
    """Its reference recordings, traces and interleavings, and how much it claims."""
    header = program.header
    run = f"python -m scripts.run --accept {program.id}"

    def kept(label: str) -> bool:
        found = recording.committed(program, label, book)
        return found is not None and recording.fresh(found, program)

    def traced(label: str) -> bool:
        found = trace.committed(program, label, book)
        return found is not None and trace.fresh(found, program)

    def explored(_: str) -> bool:
        found = states.committed(program, book)
        return found is not None and states.fresh(found, program)

    explore = f"python -m scripts.explore --accept {program.id}"
    return {
        "runs": _part(recording.labels(program), kept, lambda _: run),
        "claims": Part(len(header.claims)),
        "traces": _part(header.trace, traced, lambda label: trace.command(program.id, label)),
        "orders": _part(("all",) if header.explore else (), explored, lambda _: explore),
    }


def _part(names: Sequence[str], there: Callable[[str], bool], cure: Callable[[str], str]) -> Part:
    """How many of these are there; one that is damaged is not."""
    found, missing = 0, []
    for name in names:
        try:
            whole = there(name)
        except Problem:
            whole = False
        if whole:
            found += 1
        else:
            missing.append(cure(name))
    return Part(found, tuple(missing))


def of_pages(written: Sequence[Page]) -> dict[str, Part]:
    """What a reader meets on a chapter's pages: figures, questions, and links to sources elsewhere."""
    lines = [line for one in written for line in one.body.split("\n")]
    calls = [call for one in written for call in one.macros()]
    sources = {link for line in lines for link in LINK.findall(line)}
    return {
        "pages": Part(len(written)),
        "figures": Part(sum(call in FIGURES for call in calls)),
        "questions": Part(sum(1 for line in lines if OPEN.fullmatch(line))),
        "sources": Part(len(sources)),
    }


def _sum(all_parts: Iterable[dict[str, Part]]) -> dict[str, Part]:
    total: dict[str, Part] = {}
    for parts in all_parts:
        for name, part in parts.items():
            total[name] = total.get(name, Part(0)) + part
    return total


def report(found: Sequence[Row]) -> None:
    """The table, and below it what is missing."""
    columns = list(dict.fromkeys(name for row in found for name in row.parts))
    table = Table("chapter", *columns, box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for i, column in enumerate(table.columns):
        column.no_wrap = True
        column.justify = "right" if i else "left"
        column.min_width = len(str(column.header)) if i else None
    for row in found:
        cells = [str(row.parts.get(name, "")) for name in columns]
        table.add_row(row.name, *cells, style=None if row.written else "dim")
    screen = Console(highlight=False, soft_wrap=True)
    screen.print(table)
    missing = [cure for row in found for part in row.parts.values() for cure in part.missing]
    for cure in dict.fromkeys(missing):
        screen.print(f"missing or out of date; make it with: {cure}", markup=False)
    if planned := [row.name for row in found if not row.written]:
        screen.print(f"still to be written: {', '.join(planned)}", markup=False)


if __name__ == "__main__":
    sys.exit(main())
