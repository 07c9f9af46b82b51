"""How fast the explorer executes schedules."""

import statistics
import tempfile
from pathlib import Path

from scripts.bench.figure import Figure
from scripts.book import ROOT, Book
from scripts.explore.session import Bounds, explore
from scripts.program import Program, load

TRIES = 3
STEPS = """import threading


def work():
{steps}


threads = [threading.Thread(target=work) for _ in range({threads})]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"""


def exploration(_: Book) -> list[Figure]:
    """Schedules executed one by one, and as many as there are through states seen before."""
    return [schedules_a_second(), many_schedules()]


def schedules_a_second() -> Figure:
    """Every schedule of two threads with four steps each, one run for each."""
    rates = []
    for _ in range(TRIES):
        found = explore(steps(threads=2, each=4), Bounds(prune=False))
        rates.append(found.runs / found.seconds)
    value = statistics.median(rates)
    return Figure("schedules executed, two threads, eight steps", value, "a second", least=1000)


def many_schedules() -> Figure:
    """Four threads with three steps each: 369,600 schedules, through states seen before."""
    found = [explore(steps(threads=4, each=3)) for _ in range(TRIES)]
    name = f"{found[0].schedules:,} schedules, through states seen before"
    return Figure(name, statistics.median(one.seconds for one in found), "s", most=30)


def steps(threads: int, each: int) -> Program:
    """A program of nothing but steps."""
    body = "\n".join(f"    pass  # step: {number}" for number in range(each))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "steps.py"
        path.write_text(STEPS.format(steps=body, threads=threads), encoding="utf-8")
        return load(path, Book(ROOT))
