"""When pages came into git and who changed them last, from one `git log` for all of them."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from scripts.book import Book

# One line for a commit, with what no path begins with, and one for each page that it touched.
FORMAT = "\x1f%H\x1f%cI\x1f%aN"


@dataclass(frozen=True)
class Past:
    """A page's. came is None where a shallow clone begins after it."""

    changed: datetime
    by: str
    came: datetime | None


def pasts(book: Book) -> dict[str, Past]:
    """The past of each page, by its path below docs/, under the name that it has today.

    Pages are left out of which git knows nothing: new ones, those of a folder without
    git, and those last changed before a shallow clone begins.
    """
    head, _, shallow = _git(book, "rev-parse", "HEAD", "--git-path", "shallow").partition("\n")
    if not head:
        return {}
    path = book.root / shallow.strip()
    edges = path.read_text(encoding="utf-8") if path.is_file() else ""
    return _read(book, head, frozenset(edges.split()))


@lru_cache(maxsize=1)  # while serving, one build follows another
def _read(book: Book, head: str, edges: frozenset[str]) -> dict[str, Past]:
    """Newest first, so that a page's name of today is known before its older ones."""
    found: dict[str, Past] = {}
    today: dict[str, str] = {}
    lost: set[str] = set()  # changed at the edge of a shallow clone, or before it
    for commit, moment, author, names in _commits(book, head):
        for old, new in names:
            page = today.get(new, new)
            today[old] = page
            if commit in edges:
                lost.add(page)
            before = found.get(page)
            if before:
                found[page] = Past(before.changed, before.by, moment)
            elif page not in lost:
                found[page] = Past(moment, author, moment)
    return {
        Path(page).relative_to("docs").as_posix(): Past(
            past.changed, past.by, None if page in lost else past.came
        )
        for page, past in found.items()
    }


def _commits(book: Book, head: str) -> Iterator[tuple[str, datetime, str, list[tuple[str, str]]]]:
    """Each commit that touched pages: its name, when, by whom, and their names before and after."""
    text = _git(
        book, "log", head, "--relative", "-M", "--name-status", f"--format={FORMAT}", "--", "docs/*.md"
    )  # fmt: skip
    for part in text.split("\n\x1f"):
        first, *lines = part.removeprefix("\x1f").splitlines()
        commit, moment, author = first.split("\x1f")
        names = [line.split("\t")[1:] for line in lines if line]
        yield commit, datetime.fromisoformat(moment), author, [(n[0], n[-1]) for n in names]


def _git(book: Book, *words: str) -> str:
    """What git prints; nothing where there is no git, or no commit."""
    command = ["git", "-c", "core.quotePath=false", "-c", "log.showSignature=false", *words]
    try:
        done = subprocess.run(command, cwd=book.root, capture_output=True, text=True)
    except FileNotFoundError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
