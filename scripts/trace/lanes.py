"""The lanes: many programs traced, a few at a time or one by one."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed

from rich.console import Console

from scripts.book import Book
from scripts.program import Program
from scripts.trace.outcome import Outcome
from scripts.trace.tracer import trace

WORKERS = 2  # a traced program beside many others tells of waiting that is theirs
Job = tuple[Program, str]

console = Console(stderr=True, highlight=False, soft_wrap=True)


def trace_all(jobs: Sequence[Job], book: Book, again: bool = False) -> list[Outcome]:
    """Both lanes: a few at a time, then the programs that must be alone, one by one.

    What this machine has traced as it stands is not traced again, unless asked.
    """
    outcomes = []
    for outcome in _lanes(jobs, book, again):
        outcomes.append(outcome)
        style = {"failed": "red", "reference": "yellow"}.get(outcome.state, "default")
        line = f"[{len(outcomes):3}/{len(jobs)}] {outcome.line()}"
        console.print(line, style=style, markup=False)
    order = {(program.path, label): n for n, (program, label) in enumerate(jobs)}
    return sorted(outcomes, key=lambda outcome: order[outcome.program.path, outcome.label])


def _lanes(jobs: Sequence[Job], book: Book, again: bool) -> Iterator[Outcome]:
    together = [job for job in jobs if job[0].header.lane == "pool"]
    with ThreadPoolExecutor(WORKERS) as pool:
        futures = [pool.submit(trace, program, label, book, again) for program, label in together]
        yield from (future.result() for future in as_completed(futures))
    for program, label in jobs:
        if program.header.lane == "alone":
            yield trace(program, label, book, again)
