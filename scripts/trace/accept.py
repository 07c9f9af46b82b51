"""Accepting: this machine's traces become the reference, where one is wanted."""

from collections.abc import Sequence

from scripts.book import Book
from scripts.problem import Problem
from scripts.trace import trace as traces
from scripts.trace.outcome import Outcome


def accept(outcomes: Sequence[Outcome], book: Book) -> list[Problem]:
    """Write the references that are missing, damaged, or of another program text.

    Gives a Problem for each trace that cannot be a reference.
    """
    refused = []
    for outcome in outcomes:
        made = outcome.trace
        if made is None or outcome.state == "reference":
            continue
        if outcome.label not in outcome.program.header.trace or not outcome.program.inside_a_book:
            refused.append(_refusal(outcome))
        elif not _still_good(outcome, book):
            traces.write(made, book.snippets)
    return refused


def _refusal(outcome: Outcome) -> Problem:
    program = outcome.program
    wanted = "trace = true" if outcome.label == "build" else f'trace = ["{outcome.label}"]'
    return Problem(
        f"{program.place}:{program.header.line('trace')}",
        expected=f"a program below snippets/ with {wanted} in its header",
        seen="not accepted: no page can show this trace",
        command=f"python -m scripts.trace {program.place}",
    )


def _still_good(outcome: Outcome, book: Book) -> bool:
    try:
        kept = traces.committed(outcome.program, outcome.label, book)
    except Problem:
        return False
    return kept is not None and traces.fresh(kept, outcome.program)
