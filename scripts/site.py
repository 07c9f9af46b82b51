"""Make the site: run the programs, check every claim, build it, read it.

python -m scripts.site
"""

import io
import logging
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import chdir, contextmanager

from mkdocs.commands.build import build as mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from scripts import built, check, command, run, sources
from scripts.book import Book
from scripts.explore import __main__ as explore
from scripts.lint.gate import Reader
from scripts.plain import plain
from scripts.problem import Problem
from scripts.publish import archive
from scripts.publish.finish import finish
from scripts.trace import __main__ as trace

DEAD = re.compile(r"Doc file '(?P<page>[^']+)' contains .*?'(?P<link>[^']+)'")
RUN = re.compile(r"python -m scripts\.run (?P<id>\w+/\w+)")
NO_PAGE = re.compile(r"A reference to '(?P<page>[^']+)' is included in the 'nav'")
NO_NAV = re.compile(r'not included in the "nav" configuration:(?P<pages>(?:\n  - \S+)+)')


def main(argv: Sequence[str] | None = None, book: Book | None = None) -> int:
    """The command. Stops at the first step that fails; gives 0 when all is well."""
    command.parser("site", __doc__).parse_args(argv)
    book = book or Book()
    if run.main([], book) or explore.main([], book) or trace.main([], book) or _made(book):
        return 1
    site = book.root / "site"
    run.console.print(f"The site is in {site}. Open {site / 'index.html'}, or: make serve")
    return 0


def _made(book: Book) -> int:
    """Check the sources, build, and check what was built. Each page's macros are called once for both."""
    reader, wrong = _judged(book)
    if check.told(wrong, "the sources") or build(book):
        return 1
    wrong = built.problems(book, book.docs, book.root / "site", reader)
    return check.told(wrong, "the built site")


def _judged(book: Book) -> tuple[Reader, list[Problem]]:
    """What is wrong in the sources, and who has read them for that.

    What a page says of a program that prints durations has as many hearings as its claims.
    """
    heard: Counter[str] = Counter()
    while True:
        reader = sources.reader(book, book.docs)
        wrong = sources.problems(book, book.docs, reader)
        named = {found["id"] for one in wrong if (found := RUN.fullmatch(one.command))}
        again = sorted(id for id in named if heard[id] < run.HEARINGS - 1)
        if not again or not run.anew(again, book):
            return reader, wrong
        heard.update(again)


def build(book: Book) -> int:
    """mkdocs, strictly, and the last hand.

    In this process: what the steps before it have read need not be read again.
    """
    with _heard() as words:
        failed = _built(book)
    if failed:
        said = f"{words.getvalue()}{failed}"
        run.console.print(plain(said), style="red", markup=False)
        lost = [*_lost_pages(said), *_dead_links(said, book)]
        if lost:
            check.told(lost, "the links")
        return 1
    finish(book)
    archive.write(book)
    return 0


def _built(book: Book) -> str:
    """What ended the build; nothing when it went well."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        with chdir(book.root):
            config = load_config(str(book.root / "mkdocs.yml"), strict=True)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                mkdocs(config)
            finally:
                config.plugins.on_shutdown()
    except (MkDocsException, Problem) as error:
        return str(error)
    except SystemExit:  # a plugin's, which has said why
        return "It was not built."
    return ""


@contextmanager
def _heard() -> Iterator[io.StringIO]:
    """What mkdocs and its plugins warn of."""
    words = io.StringIO()
    handler = logging.StreamHandler(words)
    handler.setLevel(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    propagates, logger.propagate = logger.propagate, False
    try:
        yield words
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagates


def _dead_links(words: str, book: Book) -> Iterator[Problem]:
    """mkdocs tells page and link; the lines are where the link stands."""
    for name, link in dict.fromkeys(
        (found["page"], found["link"]) for found in DEAD.finditer(words)
    ):
        place = f"docs/{name}"
        lines = (book.docs / name).read_text(encoding="utf-8").split("\n")
        whole = re.compile(rf"(?<![\w./]){re.escape(link)}(?![\w./#])")
        for line in [n for n, text in enumerate(lines, 1) if whole.search(text)] or [1]:
            yield Problem(
                f"{place}:{line}",
                expected="a link that leads somewhere",
                seen=f"{link} leads nowhere",
                command=f"sed -n {line}p {place}",
            )


def _lost_pages(words: str) -> Iterator[Problem]:
    """Pages of the navigation that are not there, and pages that it does not name."""
    for found in NO_PAGE.finditer(words):
        yield Problem(
            "mkdocs.yml",
            expected="pages that are there: in nav, and in extra.chapters",
            seen=f"nav names {found['page']}, and docs/ has none",
            command=f"grep -n {found['page'].removesuffix('index.md')} mkdocs.yml",
        )
    for found in NO_NAV.finditer(words):
        for name in found["pages"].split():
            if name != "-":
                yield Problem(
                    f"docs/{name}",
                    expected="a place in nav, in mkdocs.yml",
                    seen="nav does not name it",
                    command="grep -n -A40 ^nav: mkdocs.yml",
                )


if __name__ == "__main__":
    sys.exit(main())
