"""Make the site: run the programs, check every claim, build it, read it.

python -m scripts.site
"""

import argparse
import subprocess
import sys
from collections.abc import Sequence

from scripts import check, run
from scripts.book import Book


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
        or check.main([], book)
        or build(book)
        or check.main(["--site", str(site)], book)
    )
    if failed:
        return 1
    run.console.print(f"The site is in {site}. Open {site / 'index.html'}, or: make serve")
    return 0


def build(book: Book) -> int:
    """mkdocs, strictly. Never quietly: -q hides the warnings that strict counts."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean"]
    done = subprocess.run(command, cwd=book.root, capture_output=True, text=True)
    if done.returncode:
        run.console.print(done.stderr + done.stdout, style="red", markup=False)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
