"""A synthetic book: as many chapters as one asks for, each with some of everything.

A chapter has a thousand words, three programs with their cards, a diagram of a traced
run, a chart, and two quizzes: a fifth of a real one. Its programs are run for the first
chapter only; the same programs do the same in each.
"""

import re
import shutil
from collections.abc import Sequence
from dataclasses import replace

from scripts import recording
from scripts.book import Book
from scripts.problem import Problem
from scripts.program import load_id
from scripts.recorder import record
from scripts.recording import BUILD, Recording
from scripts.rename import MOVED
from scripts.trace import trace
from scripts.trace.trace import Trace
from scripts.trace.tracer import trace as traced

HEADER = """# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.interleave]
"""
PROGRAMS = {
    "adds": r'''# facts.total = '(\d+)'
# claims = ["total == 4950"]
# ///
"""Adds the first hundred numbers, for chapter @."""

print(sum(range(100)))
''',
    "sizes": r'''# facts.small = 'small +(\d+)'
# facts.middle = 'middle +(\d+)'
# facts.large = 'large +(\d+)'
# claims = ["small < middle < large"]
# ///
"""Prints how large three lists are, for chapter @."""

import sys

for name, length in {"small": 10, "middle": 100, "large": 1000}.items():
    print(f"{name:8}{sys.getsizeof([None] * length):6}")
''',
    "deposits": r'''# trace = true
# facts.balance = 'balance +(\d+)'
# claims = ["balance == 120"]
# ///
"""Two threads pay in, each behind the lock, for chapter @."""

import threading

balance = 100
lock = threading.Lock()


def deposit(amount):
    global balance
    with lock:
        seen = balance  # step: reads {balance}
        balance = seen + amount  # step: writes {balance}


a = threading.Thread(target=deposit, args=(10,))
b = threading.Thread(target=deposit, args=(10,))
a.start()
b.start()
a.join()
b.join()

print("balance", balance)
''',
}
PROSE = (
    "A thread that waits is not a thread that works, and the kernel knows the difference: it "
    "takes the one off the queue and leaves the other on it. What you see of that is a **state**, "
    "and what you pay for it is a *switch*; both have names in `/proc`, and the [first "
    "chapter](../c1/index.md#sizes) has both.\n\n"
)
# Where the right option stands differs, as the gate wants it.
OPTIONS = (
    """- [{{ key("c@/adds", "total == 4950") }}] 4950
> A hundred numbers, the last of which is 99.
""",
    """- [{{ key("c@/adds", "total == 5050") }}] 5050
> That is the sum up to 100.
""",
    """- [{{ key("c@/adds", "total == 9900") }}] 9900
> That is twice as much.
""",
)
PAGE = """# Chapter @

PROSE{{ program("c@/adds") }}

It printed {{ fact("c@/adds", "total") }}{{ proof("c@/adds", "total == 4950") }}.

## Sizes { #sizes }

PROSE{{ program("c@/sizes") }}

{{ chart("c@/sizes", ["small", "middle", "large"], unit="bytes", caption="A list of ten, of a hundred and of a thousand.") }}

## Deposits { #deposits }

PROSE{{ program("c@/deposits") }}

{{ diagram("c@/deposits", view="sequence", caption="One waits for the other.") }}

PROSE## Questions { #questions }

<quiz id="c@-sum" concept="sums">
What does the first program print?

OPTIONS
It is half of 99 times 100{{ proof("c@/adds", "total == 4950") }}.
</quiz>

<quiz id="c@-balance" kind="predict">
What does the last program print? balance [[{{ fact("c@/deposits", "balance") }}]]

- [ ] 110
> Then one deposit would be lost, and there is a lock.

---

Both deposits are there{{ proof("c@/deposits", "balance == 120") }}.
</quiz>
"""
PARAGRAPHS = 4  # between two of the things above
PART = 20  # chapters in one part


def write(copy: Book, book: Book, chapters: int) -> None:
    """Lay it out in an empty copy of a book, recordings and all. Raises Problem."""
    shutil.copytree(book.docs / "assets", copy.docs / "assets")
    (copy.docs / "index.md").write_text("# Welcome\n\nTo the first chapter.\n", encoding="utf-8")
    numbers = range(1, chapters + 1)
    for n in numbers:
        (copy.snippets / f"c{n}").mkdir(parents=True)
        for name, text in PROGRAMS.items():
            path = copy.snippets / f"c{n}" / f"{name}.py"
            path.write_text(HEADER + text.replace("@", str(n)), encoding="utf-8")
        (copy.docs / f"c{n}").mkdir()
        (copy.docs / f"c{n}" / "index.md").write_text(page(n), encoding="utf-8")
    (copy.root / "mkdocs.yml").write_text(settings(book, numbers), encoding="utf-8")
    _record(copy, numbers)


def page(n: int) -> str:
    """The Markdown of the chapter with that number."""
    at = n % len(OPTIONS)
    options = "".join(OPTIONS[at:] + OPTIONS[:at])
    text = PAGE.replace("OPTIONS", options).replace("PROSE", PROSE * PARAGRAPHS)
    return text.replace("@", str(n))


def settings(book: Book, numbers: Sequence[int]) -> str:
    """The book's own mkdocs.yml with other chapters, in parts, as a large book has to have them.

    Else each page would carry the names of all, and pages by pages are no longer linear.
    """
    text = (book.root / "mkdocs.yml").read_text(encoding="utf-8")
    text = MOVED.sub("  moved: {}\n", text)  # to pages that are not there
    nav = "".join(
        f"  - Part {n // PART + 1}:\n" * (n % PART == 0)
        + f"      - Chapter {number}: c{number}/index.md\n"
        for n, number in enumerate(numbers)
    )
    listed = "".join(
        f"    - id: c{n}\n      page: c{n}/\n      title: Chapter {n}\n"
        f"      promise: What chapter {n} shows.\n"
        for n in numbers
    )
    text = re.sub(r"(?ms)^nav:\n.*?(?=^\S)", f"nav:\n  - Welcome: index.md\n{nav}\n", text)
    return re.sub(r"(?ms)^  chapters:\n(?:    .*\n?)*", f"  chapters:\n{listed}", text)


def _record(copy: Book, numbers: Sequence[int]) -> None:
    """Run what the first chapter has; each has it as this machine's, and committed."""
    ran = {name: _ran(f"c1/{name}", copy) for name in PROGRAMS}
    followed = _followed("c1/deposits", copy)
    for n in numbers:
        for name, one in ran.items():
            program = load_id(f"c{n}/{name}", copy)
            own = replace(one, program=program.id, source=program.digest)
            seen = replace(followed, program=program.id, source=program.digest)
            for folder in (recording.local(copy), copy.snippets):
                recording.write(own, folder)
                if program.header.trace:
                    trace.write(seen, folder)


def _ran(name: str, copy: Book) -> Recording:
    outcome = record(load_id(name, copy), BUILD, copy)
    if outcome.recording is None:
        raise _not(name, "a recording", outcome.problems, outcome.line())
    return outcome.recording


def _followed(name: str, copy: Book) -> Trace:
    outcome = traced(load_id(name, copy), BUILD, copy)
    if outcome.trace is None:
        raise _not(name, "a trace", outcome.problems, outcome.line())
    return outcome.trace


def _not(name: str, what: str, problems: Sequence[Problem], seen: str) -> Problem:
    """Why there is none."""
    told = Problem(name, expected=what, seen=seen, command="make site")
    return problems[0] if problems else told
