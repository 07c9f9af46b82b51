"""Measure what people wait for, as a table and as JSON in build/bench.json.

    python -m scripts.bench [--json]

A figure is the median of a few tries, beside what is wanted of it. A machine
that does other work meanwhile makes it worse: the last line tells how much.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from scripts import assets, feedback, machine, site
from scripts.book import ROOT, Book
from scripts.explore.session import Bounds, explore
from scripts.program import Program, load

TRIES = 3
QUESTIONS = 30
STEPS = """import threading


def work():
{steps}


threads = [threading.Thread(target=work) for _ in range({threads})]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"""


@dataclass(frozen=True)
class Figure:
    """One measured number; better: whether more or less of it is wanted."""

    name: str
    value: float
    unit: str
    wanted: str


def main(argv: Sequence[str] | None = None) -> int:
    """The command. Gives 0 when everything could be measured; no figure is judged."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.bench",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--json", action="store_true", help="print the JSON alone")
    options = parser.parse_args(argv)
    begun, busy = time.monotonic(), machine.busy()
    book = Book()
    measured = [measure(book) for measure in FIGURES]
    load_ = (machine.busy() - busy) / (time.monotonic() - begun)
    told = {"figures": [asdict(f) for f in measured], "machine": machine.describe(), "load": load_}
    book.build.mkdir(exist_ok=True)
    text = json.dumps(told, indent=1)
    (book.build / "bench.json").write_text(text + "\n", encoding="utf-8")
    if options.json:
        print(text)
    else:
        report(measured, load_)
    return 0


def report(measured: Sequence[Figure], load_: float) -> None:
    """The table on stdout."""
    rows = Table("", "measured", "wanted")
    rows.columns[1].justify = "right"
    for figure in measured:
        rows.add_row(figure.name, f"{figure.value:,.4g} {figure.unit}", figure.wanted)
    screen = Console(highlight=False)
    screen.print(rows)
    screen.print(f"{load_:.1f} of {machine.cores()} CPUs were at work, this bench included.")


def schedules_a_second(book: Book) -> Figure:
    """Every schedule of two threads with four steps each, one run for each."""
    rates = []
    for _ in range(TRIES):
        found = explore(_steps(threads=2, steps=4), Bounds(prune=False))
        rates.append(found.runs / found.seconds)
    value = statistics.median(rates)
    return Figure("schedules executed, two threads, eight steps", value, "a second", "over 1,000")


def many_schedules(book: Book) -> Figure:
    """Four threads with three steps each: 369,600 schedules, through states seen before."""
    found = [explore(_steps(threads=4, steps=3)) for _ in range(TRIES)]
    name = f"{found[0].schedules:,} schedules, through states seen before"
    return Figure(name, statistics.median(one.seconds for one in found), "s", "under 30 s")


def pages(book: Book) -> Figure:
    """mkdocs alone: what a writer waits for when nothing has to run."""
    seconds = statistics.median(_seconds(lambda: site.build(book)) for _ in range(TRIES))
    return Figure("pages built, nothing run", seconds, "s", "")


def travels(name: str, files: Sequence[str], wanted: str) -> Callable[[Book], Figure]:
    """The size of scripts and styles as they travel, with all that they import."""

    def measure(book: Book) -> Figure:
        fetched: dict[str, int] = {}
        for file in files:
            fetched |= assets.travels(book.docs / "assets" / file)
        return Figure(f"{name}, gzipped", sum(fetched.values()) / 1000, "kB", wanted)

    return measure


def verdict(book: Book) -> Figure:
    """From the click to the end of the frame with the verdict, the slowest of a page's."""
    waits = feedback.waits(book.root / "site", QUESTIONS)
    name = f"click to verdict, the slowest of {len(waits)} questions on a page"
    return Figure(name, max(waits), "ms", "under 50 ms")


def _seconds(work: Callable[[], object]) -> float:
    begun = time.monotonic()
    work()
    return time.monotonic() - begun


def _steps(threads: int, steps: int) -> Program:
    """A program of nothing but steps."""
    body = "\n".join(f"    pass  # step: {number}" for number in range(steps))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "steps.py"
        path.write_text(STEPS.format(steps=body, threads=threads), encoding="utf-8")
        return load(path, Book(ROOT))


FIGURES: tuple[Callable[[Book], Figure], ...] = (
    schedules_a_second,
    many_schedules,
    pages,
    verdict,
    travels("quizzes, style and script", ("quiz.css", "quiz.js"), "at most 12 kB"),
    travels("the explorer's script", ("explorer.js",), "under 10 kB"),
    travels(
        "the scheduler lab, style and script", ("scheduler.css", "scheduler.js"), "under 15 kB"
    ),
    travels("the player's script", ("player.js",), "under 3 kB"),
)

if __name__ == "__main__":
    sys.exit(main())
