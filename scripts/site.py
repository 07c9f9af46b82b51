"""Make the site: run the programs, check every claim, build it, read it.

python -m scripts.site
"""

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence

from scripts import check, run
from scripts.book import Book
from scripts.explore import __main__ as explore
from scripts.problem import Problem
from scripts.publish import archive
from scripts.publish.finish import finish
from scripts.trace import __main__ as trace

DEAD = re.compile(r"Doc file '(?P<page>[^']+)' contains .*?'(?P<link>[^']+)'")


def main(argv: Sequence[str] | None = None, book: Book | None = None) -> int:
    """The command. Stops at the first step that fails; gives 0 when all is well."""
    argparse.ArgumentParser(
        prog="python -m scripts.site",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    ).parse_args(argv)
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
        run.console.print(done.stderr + done.stdout, style="red", markup=False)
        check.told(list(_dead_links(done.stderr, book)), "the links")
    else:
        finish(book)
        archive.write(book)
    return done.returncode


def _dead_links(words: str, book: Book) -> Iterator[Problem]:
    """mkdocs tells page and link; the line is where the link stands."""
    for found in DEAD.finditer(words):
        place, link = f"docs/{found['page']}", found["link"]
        lines = (book.docs / found["page"]).read_text(encoding="utf-8").split("\n")
        line = next((n for n, text in enumerate(lines, 1) if link in text), 1)
        yield Problem(
            f"{place}:{line}",
            expected="a link that leads somewhere",
            seen=f"{link} leads nowhere",
            command=f"sed -n {line}p {place}",
        )


if __name__ == "__main__":
    sys.exit(main())
