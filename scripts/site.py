"""Make the site: run the programs, check every claim, build it, read it.

python -m scripts.site
"""

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence

from scripts import check, command, run
from scripts.book import Book
from scripts.explore import __main__ as explore
from scripts.plain import plain
from scripts.problem import Problem
from scripts.publish import archive
from scripts.publish.finish import finish
from scripts.trace import __main__ as trace

DEAD = re.compile(r"Doc file '(?P<page>[^']+)' contains .*?'(?P<link>[^']+)'")
NO_PAGE = re.compile(r"A reference to '(?P<page>[^']+)' is included in the 'nav'")
NO_NAV = re.compile(r'not included in the "nav" configuration:(?P<pages>(?:\n  - \S+)+)')


def main(argv: Sequence[str] | None = None, book: Book | None = None) -> int:
    """The command. Stops at the first step that fails; gives 0 when all is well."""
    command.parser("site", __doc__).parse_args(argv)
    book = book or Book()
    site = book.root / "site"
    failed = (
        run.main([], book)
        or explore.main([], book)
        or trace.main([], book)
        or check.main([], book)
        or build(book)
        or check.main(["--site", str(site)], book)
    )
    if failed:
        return 1
    run.console.print(f"The site is in {site}. Open {site / 'index.html'}, or: make serve")
    return 0


def build(book: Book) -> int:
    """mkdocs, strictly, and the last hand. Never quietly: -q hides the warnings that strict counts."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean"]
    done = subprocess.run(command, cwd=book.root, capture_output=True, text=True)
    if done.returncode:
        run.console.print(plain(done.stderr + done.stdout), style="red", markup=False)
        lost = [*_lost_pages(done.stderr), *_dead_links(done.stderr, book)]
        if lost:
            check.told(lost, "the links")
    else:
        finish(book)
        archive.write(book)
    return done.returncode


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
