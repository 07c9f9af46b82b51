"""The gate over sources: programs, recordings and pages, before anything is built."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.utils.yaml import yaml_load

from scripts import page, promised, recording
from scripts.book import Book
from scripts.called.place import Place
from scripts.explore import states, verdict
from scripts.explore.states import States
from scripts.header import BLOCK
from scripts.lab import record
from scripts.lint import gate, settings
from scripts.lint.gate import Asked, Reader
from scripts.macros import macros
from scripts.page import Page
from scripts.problem import Problem
from scripts.program import MARKER, Program, load
from scripts.quiz import Quiz
from scripts.review import glossary, ledger
from scripts.trace import trace
from scripts.trace.trace import Trace

WIDTH, LENGTH = 72, 50


def problems(book: Book, docs: Path, pages: Reader | None = None) -> list[Problem]:
    """Everything that is wrong in the sources. pages: what reads them, for whoever reads on."""
    found = [*_of_programs(book), *_of_strays(book)]
    if docs.resolve() == book.docs.resolve():
        used = {name for one in page.pages(docs, book) for name in one.programs()}
        found += _of_unused(book, used)
        found += promised.problems(page.pages(docs, book), book)
        found += [*glossary.problems(book), *ledger.problems(book)]
        found += of_terms(page.pages(docs, book))
        found += record.problems(book)
    return [*found, *of_pages(book, docs, pages), *_of_settings(book)]


def of_pages(book: Book, docs: Path, pages: Reader | None = None) -> list[Problem]:
    """What is wrong with pages: their macros, then their quizzes as these leave them."""
    pages = pages or reader(book, docs)
    found: list[Problem] = []
    asked: list[Asked] = []
    for one in page.pages(docs, book):
        try:
            asked.append(pages.read(one))
        except Problem as problem:
            found.append(problem)
        else:
            found += gate.of_page(asked[-1])
    return [*found, *gate.of_site(asked)]


def reader(book: Book, docs: Path) -> Reader:
    """What reads the pages of docs, with the macros as things stand."""
    return Reader(functions_of(book, docs))


def quizzes_of(one: Page, functions: dict[str, Any]) -> list[Quiz]:
    """The quizzes of a page that has no problems, with their lines in the author's file."""
    return gate.read(one, functions).quizzes()


def functions_of(book: Book, docs: Path, site: str = "/", url: str = "") -> dict[str, Any]:
    """What a page may name: the macros, and `extra` of mkdocs.yml.

    site, url: where the site and the page will be, where addresses matter.
    """
    with (book.root / "mkdocs.yml").open("rb") as file:
        extra = yaml_load(file).get("extra", {})
    badges, linkers = page.with_anchor("badges", docs), page.linkers(docs)
    place = Place(book, site, lambda: url, page.homes(docs), badges, linkers)
    return {**extra, **macros(place)}


def of_terms(pages: list[Page]) -> Iterator[Problem]:
    """A page links a term of the glossary once, where it brings it in."""
    for one in pages:
        for name, times in Counter(one.terms()).items():
            if times > 1:
                expected = f"one link to the term {name!r}, where the page brings it in"
                command = f"grep -n 'term(\"{name}' {one.place}"
                yield Problem(one.place, expected=expected, seen=f"{times} links", command=command)


def _of_settings(book: Book) -> Iterator[Problem]:
    path = book.root / "mkdocs.yml"
    return settings.of_site(path, book.shown(path))


def _of_programs(book: Book) -> Iterator[Problem]:
    for path in book.program_paths():
        try:
            program = load(path, book)
        except Problem as problem:
            yield problem
            continue
        yield from _of_text(program)
        yield from _of_recordings(program, book)


def _of_unused(book: Book, used: set[str]) -> Iterator[Problem]:
    """Programs that no page of the book shows."""
    for path in book.program_paths():
        place = book.shown(path)
        if f"{path.parent.name}/{path.stem}" not in used:
            command = f"grep -rn {path.stem} docs"
            yield Problem(
                place, expected="a page that shows it", seen="no page does", command=command
            )


def _of_text(program: Program) -> Iterator[Problem]:
    def wrong(line: int, expected: str, seen: str) -> Problem:
        place = f"{program.place}:{line}"
        return Problem(
            place, expected=expected, seen=seen, command=f"sed -n {line}p {program.place}"
        )

    if not BLOCK.search(program.source):
        yield wrong(1, "a header, # /// script", "there is none")
    if not program.summary:
        yield wrong(1, "a docstring that says what the reader will see", "there is none")
    for number, line in enumerate(program.source.splitlines(), 1):
        if len(line) > WIDTH and not line.startswith("# "):
            yield wrong(number, f"at most {WIDTH} columns", f"{len(line)} columns")
    length = program.shown.count("\n")
    if length > LENGTH:
        yield wrong(1, f"at most {LENGTH} lines to show", f"{length} lines")
    edges = [match["edge"] for line in program.source.splitlines() if (match := MARKER.match(line))]
    if edges != ["start", "end"] * (len(edges) // 2):
        yield wrong(1, "each [start:…] closed by an [end:…]", f"the markers are {edges}")


def _of_recordings(program: Program, book: Book) -> Iterator[Problem]:
    """Each label's reference must be there, whole, and of this very program."""
    lacking: dict[str, list[str]] = {"missing": [], "out of date": []}
    for label in recording.labels(program):
        try:
            kept = recording.committed(program, label, book)
        except Problem as problem:
            yield problem
            continue
        if kept is None:
            lacking["missing"].append(label)
        elif not recording.fresh(kept, program):
            lacking["out of date"].append(label)
    for label in program.header.trace:
        try:
            yield from _of_trace(program, label, trace.committed(program, label, book))
        except Problem as problem:
            yield problem
    if program.header.explore:
        try:
            yield from _of_states(program, states.committed(program, book))
        except Problem as problem:
            yield problem
    for how, which in lacking.items():
        if which:
            yield Problem(
                program.place,
                expected="a reference recording of the program as it stands now",
                seen=f"{how} for {', '.join(which)}",
                command=f"python -m scripts.run --accept {program.id}",
            )


def _of_trace(program: Program, label: str, kept: Trace | None) -> Iterator[Problem]:
    """The reference of a traced run must be there, and of this very program."""
    if kept is None or not trace.fresh(kept, program):
        yield Problem(
            program.place,
            expected=f"a trace ({label}) of the program as it stands now",
            seen="it is out of date" if kept else "it is missing",
            command=trace.command(program.id, label),
        )


def _of_states(program: Program, kept: States | None) -> Iterator[Problem]:
    """The reference of all its interleavings must be there, and bear out its claims."""
    if kept is None or not states.fresh(kept, program):
        yield Problem(
            program.place,
            expected="all interleavings of the program as it stands now",
            seen="they are out of date" if kept else "they are missing",
            command=f"python -m scripts.explore --accept {program.id}",
        )
    else:
        yield from verdict.problems(program, kept)


def _of_strays(book: Book) -> Iterator[Problem]:
    """Recordings that belong to no program, or to a label it does not name."""
    wanted = set()
    for path in book.program_paths():
        try:
            program = load(path, book)
        except Problem:
            return  # told already; without its header its labels are unknown
        wanted |= {
            file
            for label in recording.labels(program)
            for file in recording.paths(book.snippets, program.id, label)
        }
        if program.header.explore:
            wanted.add(states.path(book.snippets, program.id))
        wanted |= {trace.path(book.snippets, program.id, label) for label in program.header.trace}
    for path in sorted(book.snippets.glob("*/recorded/*")):
        if path not in wanted:
            place = book.shown(path)
            yield Problem(
                place,
                expected="a program it belongs to",
                seen="there is none",
                command=f"git rm {place}",
            )
