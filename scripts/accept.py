"""Accepting: this machine's recordings become the reference, where one is wanted."""

from collections.abc import Sequence

from scripts import recording
from scripts.book import Book
from scripts.outcome import Outcome
from scripts.problem import Problem
from scripts.program import Program

# CPUs' worth of other work beside an `alone` program, above which its timings
# say more of the machine's other work than of the program.
BUSY = 0.5


def accept(outcomes: Sequence[Outcome], problems: Sequence[Problem], book: Book) -> list[Problem]:
    """Write the references that are missing, damaged, of another program text, or
    from before each run's text was compared.

    Programs that problems speak of are left alone. Gives a Problem for each
    recording that cannot be a reference.
    """
    refused = []
    for outcome in outcomes:
        program, made = outcome.program, outcome.recording
        failed = any(problem.place.startswith(program.place) for problem in problems)
        if made is None or outcome.state == "reference" or failed:
            continue
        reason = _reason_against(outcome)
        if reason:
            refused.append(_refusal(program, *reason))
        elif not _still_good(program, outcome.label, book):
            recording.write(made, book.snippets)
    return refused


def _reason_against(outcome: Outcome) -> tuple[str, str] | None:
    """What was expected and seen, when the recording cannot be a reference."""
    program, made = outcome.program, outcome.recording
    if not program.inside_a_book:
        return "a program below snippets/", "it lies outside of the book"
    if outcome.label not in recording.labels(program):
        have = ", ".join(recording.labels(program))
        return f"one of its labels: {have}", f"it ran on {outcome.label}"
    others = made.machine["others"] if made else None
    if others is not None and others > BUSY:
        return "a quiet machine for timings", f"other work took {others} CPUs meanwhile"
    return None


def _refusal(program: Program, expected: str, seen: str) -> Problem:
    command = f"python -m scripts.run --accept {program.id}"
    return Problem(program.place, expected=expected, seen=f"not accepted: {seen}", command=command)


def _still_good(program: Program, label: str, book: Book) -> bool:
    try:
        kept = recording.committed(program, label, book)
    except Problem:
        return False
    return kept is not None and recording.fresh(kept, program) and kept.texts() is not None
