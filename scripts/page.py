"""A page: one Markdown file, and what it becomes when its macros are called."""

import re
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined, TemplateError

from scripts.book import Book
from scripts.compiled import template
from scripts.problem import Problem

FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
UNSEEN = re.compile(r"\{% raw %\}.*?\{% endraw %\}|\{#.*?#\}", re.DOTALL)
CALL = re.compile(
    r"""\b(?P<macro>program|output|fact|proof|key|schedules|explorer|diagram|chart)\(\s*["'](?P<id>[^"']*)["']"""
)
TERM = re.compile(r"""\{\{\s*term\(\s*(?P<quote>["'])(?P<name>.+?)(?P=quote)""")
TITLE = re.compile(r"^# (?P<title>.+?)(?: \{.*\})?$", re.M)


@dataclass(frozen=True)
class Page:
    """A file of docs/. body has as many lines as the file: blank ones for the front matter."""

    path: Path
    place: str
    url: str
    body: str

    def programs(self) -> set[str]:
        """The ids that its macros name."""
        return {call["id"] for call in self._calls()}

    def cards(self) -> list[str]:
        """The ids of the cards it shows, in order."""
        return [call["id"] for call in self._calls() if call["macro"] == "program"]

    def macros(self) -> list[str]:
        """The names of the macros it calls for a program, call by call."""
        return [call["macro"] for call in self._calls()]

    def title(self) -> str:
        """Its first heading."""
        found = TITLE.search(self.body)
        return found["title"] if found else self.url

    def terms(self) -> list[str]:
        """The terms of the glossary that it links, in order."""
        return [call["name"] for call in TERM.finditer(UNSEEN.sub(_blank, self.body))]

    def _calls(self) -> Iterator[re.Match[str]]:
        """The macro calls that Jinja will see."""
        return CALL.finditer(UNSEEN.sub(_blank, self.body))


def _blank(part: re.Match[str]) -> str:
    """As many empty lines, so that those below keep their numbers."""
    return "\n" * part[0].count("\n")


def read(path: Path, docs: Path, place: str) -> Page:
    """The page in a file below docs."""
    text = path.read_text(encoding="utf-8")
    body = FRONT_MATTER.sub(_blank, text)
    return Page(path, place, _url(path.relative_to(docs)), body)


def pages(docs: Path, book: Book) -> list[Page]:
    """Every page below docs, in order."""
    return [read(path, docs, book.shown(path)) for path in sorted(docs.rglob("*.md"))]


def homes(docs: Path) -> dict[str, str]:
    """By program, the address of the page that shows its card."""
    found = [read(path, docs, str(path)) for path in sorted(docs.rglob("*.md"))]
    return {name: page.url for page in found for name in page.cards()}


def linkers(docs: Path) -> dict[str, list[tuple[str, str]]]:
    """By term of the glossary, address and title of each page that links it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for path in sorted(docs.rglob("*.md")):
        page = read(path, docs, str(path))
        for name in page.terms():
            found.setdefault(name, []).append((page.url, page.title()))
    return found


def with_anchor(anchor: str, docs: Path) -> str | None:
    """The address of the page with a heading `{ #anchor }`, or None."""
    found = (read(path, docs, str(path)) for path in sorted(docs.rglob("*.md")))
    return next((page.url for page in found if f"{{ #{anchor} }}" in page.body), None)


def expand(page: Page, functions: Mapping[str, Any]) -> str:
    """The page's Markdown after its macros, line for line where they give one line.

    Raises Problem with the page's own line, whatever went wrong.
    """
    try:
        environment = Environment(undefined=StrictUndefined)
        return template(environment, page.body, f"gate/{page.place}").render(**functions)
    except Problem as inner:
        seen = f"{inner.seen} ({inner.place})"
        raise Problem(
            f"{page.place}:{_line(inner)}",
            expected=inner.expected,
            seen=seen,
            command=inner.command,
        ) from None
    except (TemplateError, TypeError, ValueError, KeyError) as error:
        line = getattr(error, "lineno", None) or _line(error)
        raise Problem(
            f"{page.place}:{line}",
            expected="a macro call that can be read",
            seen=f"{type(error).__name__}: {error}",
            command=f"sed -n {line}p {page.place}",
        ) from None


def _line(error: BaseException) -> int:
    """The line of the template that was being rendered."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == "<template>"]
    return lines[-1] or 1 if lines else 1


def _url(path: Path) -> str:
    """Its address below the site's root: "" for index.md, "races/" for races/index.md."""
    parts = path.with_suffix("").parts
    parts = parts[:-1] if parts[-1] in ("index", "README") else parts
    return "".join(f"{part}/" for part in parts)
