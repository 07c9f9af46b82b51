"""Measure what people wait for, as a table and as JSON in build/bench.json.

    python -m scripts.bench [PART ...] [--json]

Parts: build, saved, transfer, latency, exploration, growth, others, cold. Without a
name, all of them but cold, which runs every program of the book again. A figure
stands beside what is wanted of it; none of them fails the command. A machine that
does other work meanwhile makes them worse: the last line tells how much.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence

from rich.console import Console

from scripts import command, machine
from scripts.bench.build import build
from scripts.bench.cold import cold, expected
from scripts.bench.feedback import latency
from scripts.bench.figure import Figure, table
from scripts.bench.growth import growth
from scripts.bench.others import others
from scripts.bench.saved import saved
from scripts.bench.speed import exploration
from scripts.bench.transfer import transfer
from scripts.book import Book
from scripts.problem import Problem

Part = Callable[[Book], list[Figure]]
# In this order: transfer and latency look at what build has made.
PARTS: dict[str, Part] = {
    "build": build,
    "saved": saved,
    "transfer": transfer,
    "latency": latency,
    "exploration": exploration,
    "growth": growth,
    "others": others,
    "cold": cold,
}
NEEDS_A_SITE = ("transfer", "latency")
screen = Console(stderr=True, highlight=False)


def main(argv: Sequence[str] | None = None, book: Book | None = None) -> int:
    """The command. Gives 0 when everything could be measured; no figure is judged."""
    options = _options(argv)
    book = book or Book()
    names = [one for one in PARTS if one in (options.parts or PARTS)]
    if not options.parts:
        names.remove("cold")
    begun, busy = time.monotonic(), machine.busy()
    measured, problems = measure(names, book)
    load = (machine.busy() - busy) / (time.monotonic() - begun)
    text = as_json(measured, load)
    book.build.mkdir(exist_ok=True)
    (book.build / "bench.json").write_text(text + "\n", encoding="utf-8")
    if options.json:
        print(text)
    else:
        told = Console(highlight=False)
        told.print(table(measured))
        told.print(f"{load:.1f} of {machine.cores()} CPUs were at work, this bench included.")
    for problem in problems:
        screen.print(str(problem), style="red", markup=False)
    return 1 if problems else 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = command.parser("bench", __doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--json", action="store_true", help="print the JSON alone")
    options = parser.parse_args(argv)
    for part in options.parts:
        if part not in PARTS:
            parser.error(f"there is no part {part!r}; the parts are {', '.join(PARTS)}")
    return options


def measure(names: Sequence[str], book: Book) -> tuple[dict[str, list[Figure]], list[Problem]]:
    """The figures by part, and why there are none of some."""
    measured: dict[str, list[Figure]] = {}
    problems: list[Problem] = []
    for name in names:
        screen.print(f"{name} …", end=" ")
        begun = time.monotonic()
        try:
            if name == "cold":
                screen.print(f"about {expected(book) / 60:.0f} minutes …", end=" ")
            if name in NEEDS_A_SITE:
                _has_a_site(book)
            measured[name] = PARTS[name](book)
            screen.print(f"{time.monotonic() - begun:.0f} s")
        except Problem as problem:
            screen.print("not measured")
            problems.append(problem)
    return measured, problems


def _has_a_site(book: Book) -> None:
    if not (book.root / "site" / "index.html").is_file():
        place = book.shown(book.root / "site")
        raise Problem(
            place,
            expected="a built site",
            seen="there is none",
            command="bench build, or make site",
        )


def as_json(measured: dict[str, list[Figure]], load: float) -> str:
    """All of it, with the machine that it was measured on."""
    figures = [{"part": part, **one.as_json()} for part, own in measured.items() for one in own]
    told = {"figures": figures, "machine": machine.describe(), "load": load}
    return json.dumps(told, indent=1, ensure_ascii=False)


if __name__ == "__main__":
    sys.exit(main())
