"""Cut a page in two before one of its headings.

    python -m scripts.cut PAGE HEADING NAME [--title TITLE]

PAGE: a page of docs/, such as locks/index.md. HEADING: the words of one of its `##`
headings. What stands from there to the end becomes NAME.md beside it, and follows in nav.
Its title is the heading, whose own sections then move up, or TITLE; then all sections stay
as they are. Links of all pages to what moved lead there, and its links back to what stayed.
"""

import posixpath
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown import Markdown  # type: ignore[import-untyped]  # it brings no types

from scripts import command, run
from scripts.book import Book
from scripts.new import quoted
from scripts.page import FRONT_MATTER, TITLE
from scripts.problem import Problem

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SECTION = re.compile(r"^## (?P<words>.+?)(?P<attributes> \{.*\})?$", re.MULTILINE)
BELOW = re.compile(r"^###(?=#* )", re.MULTILINE)
LINK = re.compile(r"(?P<before>\]\(\s*<?)(?P<path>[^\s)>#:]*)#(?P<anchor>[^\s)>]+)")
WRITTEN = re.compile(r"\{[^}\n]*#(?P<anchor>[\w-]+)[^}\n]*\}")


@dataclass(frozen=True)
class Move:
    """From which page to which, as paths below docs/, and the anchors that go."""

    old: str
    new: str
    anchors: frozenset[str]


def main(argv: Sequence[str] | None = None, book: Book | None = None) -> int:
    """The command. Gives 0 when there are two pages."""
    parser = command.parser("cut", __doc__)
    parser.add_argument("page", metavar="PAGE", help="a page below docs/: locks/index.md")
    parser.add_argument("heading", metavar="HEADING", help="where the second one begins")
    parser.add_argument("name", metavar="NAME", help="its file, without .md: which-lock")
    parser.add_argument("--title", help="what it is called, if not as its first heading")
    options = parser.parse_args(argv)
    book = book or Book()
    try:
        made, changed = cut(book, options.page, options.heading, options.name, options.title)
    except Problem as problem:
        run.console.print(str(problem), style="red", markup=False)
        return 1
    for path in changed:
        run.console.print(f"{book.shown(path)}: changed", markup=False)
    told = "begins here. Give it a description and first sentences; then see: make site"
    run.console.print(f"{book.shown(made)} {told}", markup=False)
    return 0


def cut(
    book: Book, page: str, heading: str, name: str, title: str | None = None
) -> tuple[Path, list[Path]]:
    """Do it; gives the new page, and the files that are others. Raises Problem before that."""
    path = book.docs / page
    kept, moved = _parted(book, path, heading, name)
    new = (Path(page).parent / f"{name}.md").as_posix()
    move = Move(page, new, anchors(moved))
    texts = {
        one: led(one.read_text(encoding="utf-8"), one.relative_to(book.docs).as_posix(), move)
        for one in sorted(book.docs.rglob("*.md"))
    }
    texts[path] = led(kept, page, move)
    texts[book.docs / new] = headed(led(moved, page, move, after=new), title)
    config = book.root / "mkdocs.yml"
    texts[config] = listed(config.read_text(encoding="utf-8"), move, _title(kept))
    changed = [one for one, text in texts.items() if not one.exists() or _other(one, text)]
    for one in changed:
        one.write_text(texts[one], encoding="utf-8")
    return book.docs / new, [one for one in changed if one != book.docs / new]


def anchors(markdown: str) -> frozenset[str]:
    """What a link can lead to in a piece of Markdown: headings, and what was given a name."""
    maker = Markdown(extensions=["attr_list", "fenced_code", "toc"])
    maker.convert(markdown)
    named = (one["anchor"] for one in WRITTEN.finditer(markdown))
    return frozenset([*_ids(maker.toc_tokens), *named])


def _ids(tokens: Any) -> Iterator[str]:
    """Those of the headings in a table of contents, as Markdown's toc has it."""
    for token in tokens:
        yield token["id"]
        yield from _ids(token["children"])


def led(text: str, own: str, move: Move, after: str | None = None) -> str:
    """A page's text with its links to what moved leading there.

    own: the page, as a path below docs/; after: the one that the text stands in now.
    """
    now = after or own

    def instead(link: re.Match[str]) -> str:
        folder = posixpath.dirname(own)
        before = posixpath.normpath(posixpath.join(folder, link["path"])) if link["path"] else own
        goes = before == move.old and link["anchor"] in move.anchors
        there = move.new if goes else before
        if there == before and (link["path"] or now == own):
            return link[0]
        path = "" if there == now else posixpath.relpath(there, posixpath.dirname(now) or ".")
        return f"{link['before']}{path}#{link['anchor']}"

    return LINK.sub(instead, text)


def headed(moved: str, title: str | None) -> str:
    """The new page's text: a title of its own, or its first heading as such."""
    if title:
        return f"---\ntitle: {quoted(title)}\n---\n\n# {title}\n\n{moved}"
    first, *others = re.split(r"^(?=## )", moved, flags=re.MULTILINE)[1:]
    first = BELOW.sub("##", first.removeprefix("#"))
    return f"---\ntitle: {quoted(_title(first))}\n---\n\n{first}{''.join(others)}"


def listed(config: str, move: Move, title: str) -> str:
    """The text of mkdocs.yml with the new page after the old one, both below the chapter's title.

    Raises Problem where nav does not name the old one.
    """
    line = re.compile(
        rf"^(?P<deep> +)- (?:(?P<named>\S.*?): +)?{re.escape(move.old)}$", re.MULTILINE
    )

    def both(found: re.Match[str]) -> str:
        deep, named = found["deep"], found["named"]
        if len(deep) > len("  ") or not move.old.endswith("/index.md"):
            return f"{found[0]}\n{deep}- {move.new}"
        return f"{deep}- {named or quoted(title)}:\n{deep}    - {move.old}\n{deep}    - {move.new}"

    text, found = line.subn(both, config, count=1)
    if not found:
        expected, command = f"{move.old} on a line of nav", "grep -n -A80 ^nav: mkdocs.yml"
        raise Problem("mkdocs.yml", expected=expected, seen="it is on none", command=command)
    return text


def _title(text: str) -> str:
    found = TITLE.search(text)
    return found["title"] if found else ""


def _parted(book: Book, path: Path, heading: str, name: str) -> tuple[str, str]:
    """The text before the heading, and the text from there. Raises Problem."""
    place, look = book.shown(path), "python -m scripts.cut --help"
    if not path.is_file():
        raise Problem(place, expected="a page", seen="there is none", command="ls docs")
    new = f"{place.rpartition('/')[0]}/{name}.md"
    if not NAME.fullmatch(name) or (book.root / new).exists():
        seen = "it is there" if NAME.fullmatch(name) else repr(name)
        expected = "a new name of small letters, digits and hyphens"
        raise Problem(new, expected=expected, seen=seen, command=look)
    text = path.read_text(encoding="utf-8")
    sections = {one["words"]: one.start() for one in SECTION.finditer(text)}
    if heading not in sections:
        have = ", ".join(sections) or "none"
        expected = f"one of its headings: {have}"
        raise Problem(place, expected=expected, seen=heading, command=look)
    at = sections[heading]
    if not FRONT_MATTER.sub("", text[:at]).strip():
        raise Problem(place, expected="text before it", seen="nothing", command=look)
    return text[:at].rstrip() + "\n", text[at:]


def _other(path: Path, text: str) -> bool:
    return path.read_text(encoding="utf-8") != text


if __name__ == "__main__":
    sys.exit(main())
