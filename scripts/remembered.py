"""What the last build made of each page, for the next one while the site is served.

Whoever saves a sentence changes one page; the others need not be expanded and rendered
again. A page is remembered by its text and by all that its macros and links can see:
programs, recordings, other files, settings, and what other pages have for it. A page
of which something was said is not remembered: that has to be said in each build.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, field
from hashlib import sha256
from stat import S_ISREG
from typing import Any

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from scripts import page as pages
from scripts.book import ROOT, Book
from scripts.quiz import Quiz
from scripts.recording import local
from scripts.review import glossary, ledger

# A page with one of these takes in files that are not in its text.
TAKES_IN = ("8<", "{% include", "{% import", "{% from", "{% extends")
QUOTED = (glossary.FILE, ledger.FILE)  # pages whose very words are on others


@dataclass(frozen=True)
class Made:
    """What the hook has put together for a page. listed: its entries for a reader's progress."""

    content: str
    quizzes: list[Quiz]
    listed: list[dict[str, Any]]
    pieces: list[str]


@dataclass(frozen=True)
class Remembered:
    """The same with what mkdocs knows of the page. links: by the other page, anchors."""

    key: str
    made: Made
    toc: Any
    title: str | None
    anchors: set[str]
    links: dict[str, dict[str, str]]

    def given_to(self, page: Page, files: Files) -> str:
        """Let a page of the next build be as this one was; gives its content."""
        page.toc, page._title_from_render = self.toc, self.title
        page.present_anchor_ids = set(self.anchors)
        page.links_to_anchors = {files.src_uris[name]: to for name, to in self.links.items()}
        return self.made.content


class Heard(logging.Handler):
    """Counts what mkdocs and its plugins warn of."""

    count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """As logging calls it."""
        self.count += 1


@dataclass
class Memory:
    """The pages of the last builds, by their files. world: all that they can see beside their own text.

    searched: by address, what the search found in a page, with the page's words.

    A key is taken before anything is read for what it stands for: what changes meanwhile
    is made again by the next build.
    """

    world: str = ""
    pages: dict[str, Remembered] = field(default_factory=dict)
    searched: dict[str, tuple[str, list[dict[str, Any]]]] = field(default_factory=dict)
    heard: Heard = field(default_factory=lambda: Heard(logging.WARNING))
    key: str = ""
    before: int = 0

    def find(self, markdown: str, page: Page) -> Remembered | None:
        """What the last build made of the same page, if it was the same; listens until keep."""
        self.key, self.before = repr((page.file.src_uri, markdown, page.meta)), self.heard.count
        known = self.pages.get(page.file.src_uri)
        return known if known and known.key == self.key else None

    def keep(self, page: Page, made: Made) -> None:
        """Remember this page, unless something was said of it, or it takes in other files."""
        if self.heard.count == self.before and not any(word in self.key for word in TAKES_IN):
            links = {file.src_uri: dict(to) for file, to in (page.links_to_anchors or {}).items()}
            anchors = set(page.present_anchor_ids or ())
            title = page._title_from_render
            found = Remembered(self.key, made, page.toc, title, anchors, links)
            self.pages[page.file.src_uri] = found

    def read_once(self, index: Any) -> None:
        """Let a build's search index take what it found in a page from the last one, if the page is the same."""
        read: Callable[[Page], None] = index.add_entry_from_context

        def add(page: Page) -> None:
            key = repr((page.title, page.meta, page.content))
            known, entries = self.searched.get(page.url, ("", []))
            if known == key:
                index.entries += deepcopy(entries)
                return
            before = len(index.entries)
            read(page)
            self.searched[page.url] = key, deepcopy(index.entries[before:])

        index.add_entry_from_context = add

    def begin(self, book: Book) -> None:
        """A build begins: in another world nothing is remembered."""
        now = world(book)
        if now != self.world:
            self.pages.clear()
            self.world = now


# Only `make serve` has one.
memory: list[Memory] = []


def remember() -> None:
    """From now on the builds of this process remember their pages."""
    memory[:] = [Memory()]
    logging.getLogger("mkdocs").addHandler(memory[0].heard)


def begin(book: Book) -> None:
    """For whoever builds in this process: the next build begins."""
    for one in memory:
        one.begin(book)


def world(book: Book) -> str:
    """A digest of all that pages can see beside their own text."""
    return sha256(repr((*_stamps(book), *_others(book))).encode()).hexdigest()


def _stamps(book: Book) -> Iterator[tuple[str, int, int, int]]:
    """Of each file that is no page: when it was written last, and how long it is."""
    folders = (book.docs, book.snippets, local(book), ROOT / "scripts" / "templates")
    below = (path for folder in folders for path in sorted(folder.rglob("*")))
    for path in (*sorted(book.root.glob("*.yml")), *below):
        if path.suffix == ".md" or path.name.startswith("."):
            continue
        with suppress(OSError):  # an editor's, which is gone
            stat = path.stat()
            if S_ISREG(stat.st_mode):
                yield str(path), stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size


def _others(book: Book) -> Iterator[object]:
    """Of all pages what others ask for: cards, terms, titles, places; of quoted ones all."""
    for path in sorted(book.docs.rglob("*.md")):
        one = pages.read(path, book.docs, str(path))
        yield one.url, one.cards(), one.terms(), one.title(), "{ #badges }" in one.body
        if path.relative_to(book.docs).as_posix() in QUOTED:
            yield one.body
