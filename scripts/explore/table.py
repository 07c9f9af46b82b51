"""The table: what was found, for a person."""

from itertools import groupby

from rich.table import Table
from rich.text import Text

from scripts.explore.exploration import Exploration, Outcome
from scripts.plain import plain

LINES = 6  # of an output
TURNS = 12  # of an example


def heading(name: str, found: Exploration) -> str:
    """One line above the table."""
    schedules = "unboundedly many" if found.schedules is None else f"{found.schedules:,}"
    if not found.complete:
        return f"{name}: NOT COMPLETE: {schedules} schedules so far, {found.states:,} states"
    found_all = f"all interleavings ({schedules} schedules, "
    which = "the only interleaving (" if found.schedules == 1 else found_all
    return f"{name}: {which}{found.states:,} states)"


def table(found: Exploration) -> Table:
    """A row for each outcome."""
    rows = Table(show_lines=True)
    for column in ("", "end", "schedules", "printed", "for example"):
        rows.add_column(column, justify="right" if column == "schedules" else "left")
    for one in found.outcomes:
        rows.add_row(
            found.word(),
            one.end,
            _count(one, found),
            _output(one),
            Text(plain(_turns(one.example))),
        )
    return rows


def _count(one: Outcome, found: Exploration) -> str:
    if one.schedules is None or found.schedules is None:
        return "unbounded" if one.schedules is None else f"{one.schedules:,}"
    return f"{one.schedules:,} of {found.schedules:,}"


def _output(one: Outcome) -> Text:
    lines = one.output.splitlines()
    shown = lines if len(lines) <= LINES else ["…", *lines[-LINES:]]
    return Text(plain("\n".join([*shown, *one.waits])))


def _turns(example: tuple[str, ...]) -> str:
    """A A B as "A×2 B": who goes, and how many steps in a row."""
    turns = [(letter, len(list(group))) for letter, group in groupby(example)]
    words = [letter if count == 1 else f"{letter}×{count}" for letter, count in turns]
    return " ".join(words if len(words) <= TURNS else [*words[:TURNS], "…"])
