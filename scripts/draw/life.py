"""Lives: in which state each strand of a trace is from event to event, and what it holds.

A trace sees what a strand does, not what the scheduler does with it. So "able"
means: running, or ready to run.
"""

from dataclasses import dataclass
from typing import Literal

from scripts.draw.trace import Do, Event, Trace

State = Literal["new", "able", "lock", "signal", "join", "sleep", "ended"]
# In words, as descriptions and tables say them.
WORDS: dict[State, str] = {
    "new": "started, not yet begun",
    "able": "able to run",
    "lock": "waits for a lock",
    "signal": "waits for a signal",
    "join": "waits for an end",
    "sleep": "sleeps",
    "ended": "ended",
}
BLOCKED: tuple[State, ...] = ("lock", "signal", "join")
AFTER: dict[Do, State] = {
    "asks": "lock",
    "waits": "signal",
    "waits_join": "join",
    "sleeps": "sleep",
    "ended": "ended",
}


@dataclass(frozen=True)
class Phase:
    """One state of one strand, from an event to another one; end None: for good.

    what: the lock, condition, …; to: the strand whose end it waits for.
    """

    strand: int
    state: State
    begin: int
    end: int | None
    what: str = ""
    to: int | None = None


@dataclass(frozen=True)
class Hold:
    """A lock in somebody's hands; released None: for good."""

    strand: int
    what: str
    got: int
    released: int | None


def phases(trace: Trace) -> list[list[Phase]]:
    """By strand, its states in order, without a gap from its start on."""
    return [_phases(strand.number, trace) for strand in trace.strands]


def holds(trace: Trace) -> list[Hold]:
    """Every time that a lock was held, in order of the getting. Of an RLock, the outermost."""
    depth: dict[tuple[int, str], int] = {}
    since: dict[tuple[int, str], int] = {}
    found: list[Hold] = []
    for event in trace.events:
        held = (event.strand, event.what)
        if event.do == "got":
            depth[held] = depth.get(held, 0) + 1
            since.setdefault(held, event.n)
        elif event.do == "released" and held in since:
            depth[held] -= 1
            if not depth[held]:
                found.append(Hold(*held, since.pop(held), event.n))
    found += [Hold(*held, got, None) for held, got in since.items()]
    return sorted(found, key=lambda hold: hold.got)


def _phases(strand: int, trace: Trace) -> list[Phase]:
    marks = [(event, AFTER.get(event.do, "able")) for event in trace.of(strand)]
    begun = marks[0][0].n if marks else len(trace.events)
    start = next((e for e in trace.events[:begun] if e.do == "starts" and e.to == strand), None)
    if start is not None:
        marks.insert(0, (start, "new"))
    kept = [mark for i, mark in enumerate(marks) if not i or _changes(marks[i - 1][1], mark)]
    ends = [event.n for event, _ in kept[1:]]
    return [
        Phase(strand, state, event.n, end, event.what, event.to)
        for (event, state), end in zip(kept, [*ends, None], strict=False)
    ]


def _changes(before: State, mark: tuple[Event, State]) -> bool:
    """Asking for the next lock is another phase, even right after the last one."""
    return mark[1] != before or mark[1] != "able"
