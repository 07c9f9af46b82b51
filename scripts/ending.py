"""The endings of a program: what pages say of them, and of how many there are.

Possible, certain, not complete: these words are chosen here, and nowhere else.
"""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

ROWS = 30  # in a table
LINES = 12  # of an output


@dataclass(frozen=True)
class Ending:
    """A row of the table. schedule: the example as the address holds it; turns: as chips."""

    end: str
    output: str
    waits: list[str]
    count: str
    share: str
    schedule: str
    turns: list[tuple[int, str, int]]


def endings(states: dict[str, Any]) -> list[Ending]:
    """The rows of the table; states: what scripts.explore --json tells."""
    return [_ending(one, states) for one in states["outcomes"][:ROWS]]


def heading(states: dict[str, Any]) -> str:
    """What was executed, and what that says of the endings: possible, or certain."""
    count, many = states["schedules"], len(states["outcomes"])
    if not states["complete"]:
        return "Not complete: the endings below are possible, and there may be others."
    done = (
        "Every step of every schedule was executed; a loop makes them unboundedly many."
        if count is None
        else f"Every step of {_all(count)} was executed."
    )
    if states["loose"]:
        return f"{done} {'Each' if many > 1 else 'The'} ending below is possible."
    if many == 1:
        return f"{done} The ending is certain."
    return f"{done} These {many} endings are possible, and no others."


def _ending(one: dict[str, Any], states: dict[str, Any]) -> Ending:
    count, share = _counted(one["schedules"], states)
    slots = {thread["letter"]: slot for slot, thread in enumerate(states["threads"])}
    turns = [(letter, len(list(group))) for letter, group in groupby(one["example"])]
    lines = one["output"].splitlines()
    return Ending(
        end=one["end"],
        output="\n".join(lines if len(lines) <= LINES else ["…", *lines[-LINES:]]),
        waits=one["waits"],
        count=count,
        share=share,
        schedule="".join(letter if slots[letter] else "m" for letter in one["example"]),
        turns=[(slots[letter], letter, times) for letter, times in turns],
    )


def _counted(count: int | None, states: dict[str, Any]) -> tuple[str, str]:
    """How many schedules end so, for a cell and as a sentence."""
    of = states["schedules"]
    number = "unboundedly many" if count is None else f"{count:,}"
    noun, verb = ("schedule", "ends") if count == 1 else ("schedules", "end")
    if not states["complete"]:
        cell, who = f"{number} so far, not complete", f"{number} {noun} so far (not complete)"
    elif count is None or of is None:
        cell, who = number, f"{number} {noun}"
    elif count == of:
        cell, who = f"all {number}" if of > 1 else "the only one", _all(of)
    else:
        cell, who = f"{number} of {of:,}", f"{number} of {of:,} schedules"
    return cell, f"{_upper(who)} {verb} like this."


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _all(count: int) -> str:
    return f"all {count:,} schedules" if count != 1 else "the only schedule"
