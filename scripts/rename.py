"""Give a chapter another address, and change all that names the old one.

    python -m scripts.rename OLD NEW

OLD, NEW: folders of docs/, such as nice and niceness. Moves the folder, points the links
of all pages to it, changes nav and extra.chapters in mkdocs.yml, and puts the old address
under extra.moved, so that it leads on. The chapter's id, its quizzes' ids and its programs
stay: the feed, readers' progress and addresses of programs know the chapter by these. The
map says which folder of snippets/ it is, as it is no longer that of the page.
"""

import posixpath
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from scripts import command, page, run
from scripts.book import Book
from scripts.problem import Problem

FOLDER = re.compile(r"[a-z0-9][a-z0-9_-]*(/[a-z0-9][a-z0-9_-]*)*")
LINK = re.compile(r"(?P<before>\]\(\s*<?|^\s*\[[^\]\n]+\]:\s+)(?P<path>[^\s)>#:]+)", re.MULTILINE)
IN_NAV = re.compile(r"^(?P<before> +- .*: +)(?P<path>[\w./-]+\.md)(?=[ \t]*$)", re.MULTILINE)
ON_MAP = re.compile(r"^    - id: .*(?:\n      .*)*", re.MULTILINE)
MOVED = re.compile(r"^  moved:[^\n]*\n(?P<lines>(?:    .*\n)*)", re.MULTILINE)
ENTRY = re.compile(r'^    "(?P<old>[^"]*)": *"(?P<new>[^"]*)"', re.MULTILINE)


def main(argv: Sequence[str] | None = None, book: Book | None = None) -> int:
    """The command. Gives 0 when the chapter has its new address."""
    parser = command.parser("rename", __doc__)
    parser.add_argument("old", metavar="OLD", help="a folder of docs/: nice")
    parser.add_argument("new", metavar="NEW", help="what it shall be: niceness")
    options = parser.parse_args(argv)
    book = book or Book()
    try:
        changed = rename(book, options.old.strip("/"), options.new.strip("/"))
    except Problem as problem:
        run.console.print(str(problem), style="red", markup=False)
        return 1
    for path, count in changed:
        run.console.print(f"{book.shown(path)}: {count} changed", markup=False)
    told = f"docs/{options.new} it is. Its id, its quizzes' ids and its programs stay as they are."
    run.console.print(f"{told} See whether all holds: make site", markup=False)
    return 0


def rename(book: Book, old: str, new: str) -> list[tuple[Path, int]]:
    """Do it; gives the files whose text it changed, and how many lines. Raises Problem before that."""
    _judge(book, old, new)
    config = book.root / "mkdocs.yml"
    addresses = [one.url for one in page.pages(book.docs / old, book)]
    texts = {config: settings(config.read_text(encoding="utf-8"), old, new, addresses)}
    for path in sorted(book.docs.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        texts[path] = linked(text, path.relative_to(book.docs).parent.as_posix(), old, new)
    found = [(path, _count(path, text)) for path, text in texts.items()]
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8")
    _move(book, f"docs/{old}", f"docs/{new}")
    return [(path, count) for path, count in found if count]


def linked(text: str, folder: str, old: str, new: str) -> str:
    """A page's text with its links below docs/old leading below docs/new. folder: the page's own."""
    own = _below(folder, old, new)

    def instead(link: re.Match[str]) -> str:
        path = link["path"]
        there = posixpath.normpath(posixpath.join(folder, path))
        inside = own != folder and not path.startswith("../")
        if inside or (there != old and not there.startswith(f"{old}/")):
            return link[0]
        slash = "/" if path.endswith("/") else ""
        return f"{link['before']}{posixpath.relpath(_below(there, old, new), own)}{slash}"

    return LINK.sub(instead, text)


def settings(text: str, old: str, new: str, addresses: Sequence[str]) -> str:
    """The text of mkdocs.yml: nav, the map, and an old address for each page below the folder."""
    text = IN_NAV.sub(lambda one: one["before"] + _below(one["path"], old, new), text)
    text = ON_MAP.sub(lambda one: _on_map(one[0], old, new), text)
    section = MOVED.search(text)
    known = {one["old"]: one["new"] for one in ENTRY.finditer(section["lines"] if section else "")}
    moved = {before: _below(now, old, new) for before, now in known.items()}
    moved |= {f"{old}/{url}": f"{new}/{url}" for url in addresses}
    lines = [f'    "{before}": "{now}"\n' for before, now in moved.items() if before != now]
    told = "  moved:\n" + "".join(lines)
    if section:
        return MOVED.sub(lambda _: told, text)
    return text.replace("\nextra:\n", f"\nextra:\n{told}", 1)


def _on_map(chapter: str, old: str, new: str) -> str:
    """A chapter's lines with its new address, and the name that it began with."""
    named = "" if "\n      name: " in chapter else f"\n      name: {old}"
    return chapter.replace(f"\n      page: {old}/", f"\n      page: {new}/{named}", 1)


def _below(path: str, old: str, new: str) -> str:
    """The path, with new in the place of old at its beginning."""
    if path == old or path.startswith(f"{old}/"):
        return new + path[len(old) :]
    return path


def _judge(book: Book, old: str, new: str) -> None:
    for problem in _wrong(book, old, new):
        raise problem


def _wrong(book: Book, old: str, new: str) -> Iterator[Problem]:
    look = "python -m scripts.rename nice niceness"
    if not (book.docs / old / "index.md").is_file():
        have = ", ".join(sorted(one.parent.name for one in book.docs.glob("*/index.md")))
        yield Problem(f"docs/{old}", expected=f"one of {have}", seen="it is none", command=look)
    if not FOLDER.fullmatch(new) or old.count("/") != new.count("/"):
        expected = "small letters and digits, as deep as it was"
        yield Problem(f"docs/{new}", expected=expected, seen=repr(new), command=look)
    if (book.docs / new).exists():
        place = f"docs/{new}"
        yield Problem(
            place, expected="a folder that is not there", seen="it is", command=f"ls {place}"
        )


def _count(path: Path, text: str) -> int:
    """How many lines are others."""
    before = path.read_text(encoding="utf-8").splitlines()
    return len(set(text.splitlines()) - set(before))


def _move(book: Book, old: str, new: str) -> None:
    """By git, so that it is in the next commit; without, as it is."""
    moved = subprocess.run(["git", "mv", old, new], cwd=book.root, capture_output=True)
    if moved.returncode:
        (book.root / old).rename(book.root / new)


if __name__ == "__main__":
    sys.exit(main())
