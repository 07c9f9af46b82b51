"""A cold run: every program of the book, as after a fresh clone."""

import sys

from scripts import machine, recording, run
from scripts.bench.copied import copied
from scripts.bench.figure import Figure
from scripts.bench.spent import spent
from scripts.book import Book
from scripts.program import Program


def cold(book: Book) -> list[Figure]:
    """Run them all in a copy that knows nothing yet, against what cannot be beaten."""
    programs = light(book)
    with copied(book) as copy:
        for path in recording.local(copy).rglob("*.*"):
            path.unlink(missing_ok=True)
        took = spent([sys.executable, "-m", "scripts.run"], copy.root).seconds
        runs = {one.id: seconds(one, copy) for one in programs}
    total = sum(runs.values())
    alone = sum(runs[one.id] for one in programs if one.header.lane == "alone")
    longest = max(runs, key=lambda name: runs[name])
    floor = max(alone, runs[longest], total / machine.cores())
    return [
        Figure(f"cold run of {len(programs)} programs", took, "s"),
        Figure("all their runs one after the other", total, "s"),
        Figure(f"the same, divided by {machine.cores()} CPUs", total / machine.cores(), "s"),
        Figure("the longest chain: those that must be alone", alone, "s"),
        Figure(f"the longest program ({longest})", runs[longest], "s"),
        Figure("cold run, against the largest of these three", took / floor, "times"),
    ]


def expected(book: Book) -> float:
    """Seconds that a cold run will take about, by the recordings: the two lanes in turn."""
    times = {one: seconds(one, book) for one in light(book)}
    alone = sum(time for one, time in times.items() if one.header.lane == "alone")
    together = [time for one, time in times.items() if one.header.lane != "alone"]
    return alone + max(max(together, default=0), sum(together) / run.WORKERS)


def light(book: Book) -> list[Program]:
    """The programs that a run of the whole book runs."""
    return [one for one in run.named([], book)[0] if not one.header.heavy]


def seconds(program: Program, book: Book) -> float:
    """What all its runs took, as they are recorded here or committed; 0 where they are not."""
    labels = [one for one in recording.labels(program) if recording.known(program, one, book)]
    shown = [recording.shown(program, label, book) for label in labels]
    return sum(float(one["seconds"]) for each in shown for one in each.runs)
