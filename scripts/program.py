"""A program: one file under snippets/ that anyone can run by itself."""

import ast
import difflib
import hashlib
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from scripts.book import Book
from scripts.header import BLOCK, Header, read
from scripts.problem import Problem

MARKER = re.compile(r"^\s*# --8<-- \[(?P<edge>start|end):(?P<name>\w+)\]\s*$")
STEP = re.compile(r"\s+# step: .*$")


@dataclass(frozen=True)
class Program:
    """A program with its header read.

    id: "races/deposit"; place: the file as errors name it.
    """

    id: str
    path: Path
    place: str
    source: str
    header: Header

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return self.path.stem

    @property
    def inside_a_book(self) -> bool:
        """Whether it lies in a chapter's folder; other files run by themselves."""
        return "/" in self.id

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the source with LF line ends, in hexadecimal."""
        return hashlib.sha256(self.source.encode()).hexdigest()

    @cached_property
    def summary(self) -> str:
        """The docstring as one paragraph; empty without one."""
        return " ".join(_docstring(self.source)[0].split())

    @property
    def is_excerpt(self) -> bool:
        """Whether a page shows a region instead of the whole."""
        markers = [MARKER.match(line) for line in self.source.splitlines()]
        return any(marker and marker["name"] == "show" for marker in markers)

    @property
    def shown(self) -> str:
        """What a page shows, as one text."""
        return "\n".join(text for _, text in self.listing) + "\n"

    @cached_property
    def listing(self) -> list[tuple[int, str]]:
        """The lines a page shows, by number: the region named show, or all but the header.

        Markers and step labels are for the tools, so they never show; the
        docstring stands in the card's title.
        """
        hidden = _header_lines(self.source).union(self._docstring_lines())
        kept: list[tuple[int, str]] = []
        inside = not self.is_excerpt
        for number, line in enumerate(self.source.splitlines(), 1):
            marker = MARKER.match(line)
            if marker:
                inside = marker["edge"] == "start" if marker["name"] == "show" else inside
            elif inside and number not in hidden:
                kept.append((number, STEP.sub("", line)))
        while kept and not kept[0][1]:
            kept.pop(0)
        while kept and not kept[-1][1]:
            kept.pop()
        return kept

    def _docstring_lines(self) -> range:
        return _docstring(self.source)[1] if self.summary else range(0)


@lru_cache(maxsize=1024)
def _docstring(source: str) -> tuple[str, range]:
    """A program's docstring, and the lines on which it stands. Raises SyntaxError."""
    tree = ast.parse(source)
    if not tree.body:
        return "", range(0)
    first = tree.body[0]
    lines = range(first.lineno, (first.end_lineno or first.lineno) + 1)
    return ast.get_docstring(tree) or "", lines


def _header_lines(source: str) -> set[int]:
    match = BLOCK.search(source)
    if match is None:
        return set()
    first = source.count("\n", 0, match.start()) + 1
    return set(range(first, first + match[0].count("\n") + 1))


def load(path: Path, book: Book) -> Program:
    """Read one file, inside the book or outside of it.

    Raises Problem when it is not there, not UTF-8, not Python, or its header
    is wrong.
    """
    try:
        source = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    except OSError as error:
        place = book.shown(path)
        raise Problem(
            place, expected="a program", seen=str(error.strerror), command=f"ls {path.parent}"
        ) from None
    except UnicodeDecodeError as error:
        place = book.shown(path)
        raise Problem(place, expected="UTF-8", seen=str(error), command=f"file {place}") from None
    return _of(path.absolute(), source, book)


@lru_cache(maxsize=1024)
def _of(path: Path, source: str, book: Book) -> Program:
    """The program of a text: a build asks for each of them again and again. Raises Problem."""
    place = book.shown(path)
    try:
        _docstring(source)
    except SyntaxError as error:
        raise Problem(
            f"{place}:{error.lineno}",
            expected="Python that this build's interpreter can read",
            seen=f"SyntaxError: {error.msg}",
            command=f"python {place}",
        ) from None
    whole, snippets = path.resolve(), book.snippets.resolve()
    inside = whole.is_relative_to(snippets)
    name = str(whole.relative_to(snippets).with_suffix("")) if inside else path.stem
    return Program(name, path, place, source, read(source, place))


def load_id(name: str, book: Book) -> Program:
    """The program with this id. Raises Problem, with the nearest id, if there is none."""
    path = book.snippets / f"{name}.py"
    if not path.is_file() or not re.fullmatch(r"\w+/\w+", name):
        ids = [f"{p.parent.name}/{p.stem}" for p in book.program_paths()]
        near = difflib.get_close_matches(name, ids, 1)
        raise Problem(
            book.shown(path),
            expected=f"a program; the nearest id is {near[0]}" if near else "a program",
            seen=f"there is no program {name!r}",
            command=f"ls {book.shown(book.snippets)}/*/",
        )
    return load(path, book)
