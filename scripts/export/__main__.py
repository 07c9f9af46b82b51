"""Write the site's quizzes for the terminal, for learning platforms and for Anki.

    python -m scripts.export [--docs DIR] [--to DIR]

The folder (default: build/quizzes) then holds markdown/ for `mkdocs-quiz run`,
qti.zip for platforms that import QTI 2.1, gift.txt for Moodle and anki.txt.
SITE_URL says where the site lives, for the links.
"""

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from scripts import command, sources
from scripts.book import Book
from scripts.check import told
from scripts.export.anki import anki
from scripts.export.gift import gift
from scripts.export.qti import qti
from scripts.export.question import Question, questions
from scripts.export.terminal import terminal

console = Console(stderr=True, highlight=False, soft_wrap=True)


def main(argv: Sequence[str] | None = None, book: Book | None = None) -> int:
    """The command. Gives 0 only when the pages pass the gate and all is written."""
    book = book or Book()
    options = _options(argv)
    docs, to = options.docs or book.docs, options.to or book.build / "quizzes"
    problems = sources.of_pages(book, docs)
    if problems:
        return told(problems, "the pages")
    with console.status("rendering the questions"):
        found = list(questions(book, docs))
    for name, count, left in written(found, to):
        console.print(f"{book.shown(to / name)}: {count} of {len(found)} quizzes")
        for sentence in left:
            console.print(f"    without {sentence}", markup=False)
    return 0


def written(found: Sequence[Question], to: Path) -> list[tuple[str, int, list[str]]]:
    """Write every format below the folder; gives name, how many it holds, and what it cannot."""
    shutil.rmtree(to / "markdown", ignore_errors=True)
    (to / "markdown").mkdir(parents=True)
    files, not_in_terminal = terminal(found)
    for name, text in files.items():
        (to / "markdown" / name).write_text(text, encoding="utf-8")
    package, not_in_qti = qti(found)
    (to / "qti.zip").write_bytes(package)
    lines, not_in_gift = gift(found)
    (to / "gift.txt").write_text(lines, encoding="utf-8")
    cards, not_in_anki = anki(found)
    (to / "anki.txt").write_text(cards, encoding="utf-8")
    left = {
        "markdown": not_in_terminal,
        "qti.zip": not_in_qti,
        "gift.txt": not_in_gift,
        "anki.txt": not_in_anki,
    }
    return [(name, len(found) - len(some), some) for name, some in left.items()]


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = command.parser("export", __doc__)
    parser.add_argument("--docs", type=Path, metavar="DIR", help="pages to read (default: docs)")
    parser.add_argument("--to", type=Path, metavar="DIR", help="a folder (default: build/quizzes)")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
