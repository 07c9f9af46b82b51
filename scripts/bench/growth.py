"""How a build grows with the book: 10, 100 and 1,000 synthetic chapters."""

import re
import shutil
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from scripts import recording
from scripts.bench.build import once
from scripts.bench.copied import empty
from scripts.bench.figure import Figure
from scripts.bench.spent import Spent
from scripts.book import Book
from scripts.problem import Problem
from scripts.program import load_id
from scripts.recorder import record

SIZES = (10, 100, 1000)
# Ten times the chapters may take ten times the time; what is above is measured, not meant.
NOISE = 1.1
PARAGRAPHS = 12
PROGRAM = '''# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.interleave]
# facts.total = '(\\d+)'
# claims = ["total == 4950"]
# ///
"""Adds the first hundred numbers."""

print(sum(range(100)))
'''
PROSE = (
    "A thread that waits is not a thread that works, and the kernel knows the difference: it "
    "takes the one off the queue and leaves the other on it. What you see of that is a **state**, "
    "and what you pay for it is a *switch*; both have names in `/proc`, and both are in chapter 1."
)
PAGE = """# Chapter {n}

{prose}

{{{{ program("c{n}/adds") }}}}

It printed {{{{ fact("c{n}/adds", "total") }}}} {{{{ proof("c{n}/adds", "total == 4950") }}}}.

<quiz id="c{n}-sum">
What does it print?

- [{{{{ key("c{n}/adds", "total == 4950") }}}}] 4950
> A hundred numbers, the last of which is 99.
- [{{{{ key("c{n}/adds", "total == 5050") }}}}] 5050
> That is the sum up to 100.
- [{{{{ key("c{n}/adds", "total == 100") }}}}] 100
> That is how many there are.

It is half of 99 times 100.
</quiz>
"""


def growth(book: Book, sizes: Sequence[int] = SIZES) -> list[Figure]:
    """Seconds, CPU and memory of a strict build for each size, and how they grow."""
    found = [(size, built(book, size)) for size in sizes]
    figures = []
    for size, spent in found:
        figures += [
            Figure(f"{size:,} chapters", spent.seconds, "s"),
            Figure(f"{size:,} chapters, CPU", spent.cpu, "s"),
            Figure(f"{size:,} chapters, memory", spent.peak / 2**20, "MiB"),
        ]
    for (few, less), (many, more) in pairwise(found):
        most = NOISE * many / few
        name = f"from {few:,} to {many:,} chapters"
        figures += [
            Figure(f"{name}, CPU", more.cpu / less.cpu, "times", most=most),
            Figure(f"{name}, memory", more.peak / less.peak, "times", most=most),
        ]
    return figures


def built(book: Book, chapters: int) -> Spent:
    """A second build, as the first one warms the caches, of a book with that many chapters."""
    with empty(book) as copy:
        write(copy, book, chapters)
        once(copy)
        return once(copy)


def write(copy: Book, book: Book, chapters: int) -> None:
    """A chapter each: prose, one program, what it printed, one quiz. Raises Problem."""
    shutil.copytree(book.docs / "assets", copy.docs / "assets")
    (copy.docs / "index.md").write_text(f"# Welcome\n\n{PROSE}\n", encoding="utf-8")
    numbers = range(1, chapters + 1)
    for n in numbers:
        (copy.snippets / f"c{n}").mkdir(parents=True)
        (copy.snippets / f"c{n}" / "adds.py").write_text(PROGRAM, encoding="utf-8")
        (copy.docs / f"c{n}").mkdir()
        text = PAGE.format(n=n, prose="\n\n".join([PROSE] * PARAGRAPHS))
        (copy.docs / f"c{n}" / "index.md").write_text(text, encoding="utf-8")
    (copy.root / "mkdocs.yml").write_text(settings(book, numbers), encoding="utf-8")
    _record(copy, numbers)


def settings(book: Book, numbers: Sequence[int]) -> str:
    """The book's own mkdocs.yml with other chapters."""
    text = (book.root / "mkdocs.yml").read_text(encoding="utf-8")
    nav = "".join(f"  - Chapter {n}: c{n}/index.md\n" for n in numbers)
    listed = "".join(
        f"    - id: c{n}\n      page: c{n}/\n      title: Chapter {n}\n"
        f"      promise: What chapter {n} shows.\n"
        for n in numbers
    )
    text = re.sub(r"(?ms)^nav:\n.*?(?=^\S)", f"nav:\n  - Welcome: index.md\n{nav}\n", text)
    return re.sub(r"(?ms)^  chapters:\n(?:    .*\n?)*", f"  chapters:\n{listed}", text)


def _record(copy: Book, numbers: Sequence[int]) -> None:
    """Run it once; the same program does the same in each chapter."""
    outcome = record(load_id("c1/adds", copy), recording.BUILD, copy)
    if outcome.recording is None:
        raise (
            outcome.problems[0]
            if outcome.problems
            else Problem(
                "c1/adds", expected="a recording", seen=outcome.line(), command="make site"
            )
        )
    for n in numbers:
        own = replace(outcome.recording, program=f"c{n}/adds")
        recording.write(own, recording.local(copy))
