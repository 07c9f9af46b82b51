"""Measure what people wait for, as a table and as JSON in build/bench.json.

    python -m scripts.bench [PART ...] [--json]

Parts: build, saved, transfer, latency, exploration, growth, others, cold. Without a
name, all of them but cold, which runs every program of the book again. A figure
stands beside what is wanted of it; none of them fails the command. A machine that
does other work meanwhile makes them worse: what stands below the table tells how much.

The table has what was measured now. The JSON keeps the figures of the other parts, each
with the time, the machine and the other work when it was measured.
"""

import argparse
import json
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from rich.console import Console

from scripts import command, machine
from scripts.bench import kept
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

Part = Callable[[Book], Iterable[Figure]]
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
    measured, problems = measure(names, book)
    now = {name: kept.read(book)[name] for name in measured}
    if options.json:
        print(json.dumps({"parts": now}, indent=1, ensure_ascii=False))
    else:
        told = Console(highlight=False)
        told.print(table(measured))
        for name, one in now.items():
            told.print(_surroundings(name, one))
    for problem in problems:
        screen.print(str(problem), style="red", markup=False)
    return 1 if problems else 0


def _surroundings(name: str, one: dict[str, Any]) -> str:
    work = f"{one['load']:.1f} of {machine.cores()} CPUs at work, {one['others']:.1f} of them"
    return f"{name}: {one['seconds']:,.0f} s, {work} on something else."


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
    """The figures by part, and why there are none of some, or not all.

    Each part is written when it ends, so that nothing later takes it away.
    """
    measured: dict[str, list[Figure]] = {}
    problems: list[Problem] = []
    for name in names:
        screen.print(f"{name} …", end=" ")
        watch = kept.Watch()
        figures: list[Figure] = []
        trouble = _collect(name, book, figures)
        if trouble:
            screen.print("not measured" if not figures else "not all of it")
            problems.append(trouble)
        if figures or not trouble:
            part = kept.of_part(figures, watch, trouble.seen if trouble else "")
            kept.write(book, {name: part})
            measured[name] = figures
            screen.print(f"{part['seconds']:.0f} s")
    return measured, problems


def _collect(name: str, book: Book, figures: list[Figure]) -> Problem | None:
    """Measure a part into figures; what went wrong, whatever it was."""
    try:
        if name == "cold":
            screen.print(f"about {expected(book) / 60:.0f} minutes …", end=" ")
        if name in NEEDS_A_SITE:
            _has_a_site(book)
        for one in PARTS[name](book):
            figures.append(one)
    except Problem as problem:
        problem.place = f"bench {name}: {problem.place}"
        return problem
    except Exception as error:  # a browser's, a parser's: the other parts are to be had
        seen = "".join(traceback.format_exception(error)[-3:]).strip()
        return Problem(
            f"bench {name}",
            expected="its figures",
            seen=seen,
            command=f"python -m scripts.bench {name}",
        )
    return None


def _has_a_site(book: Book) -> None:
    if not (book.root / "site" / "index.html").is_file():
        place = book.shown(book.root / "site")
        raise Problem(
            place,
            expected="a built site",
            seen="there is none",
            command="bench build, or make site",
        )


if __name__ == "__main__":
    sys.exit(main())
