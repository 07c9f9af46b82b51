"""Lives: in which state each strand of a trace is from event to event, and what it holds.

A trace sees what a strand does, not what the scheduler does with it. So "able"
means: running, or ready to run.
"""

from dataclasses import dataclass
from typing import Literal

from scripts.draw.trace import Do, Event, Trace

State = Literal["new", "able", "lock", "signal", "join", "sleep", "loop", "ended"]
# In words, as descriptions and tables say them.
WORDS: dict[State, str] = {
    "new": "started, not yet begun",
    "able": "able to run",
    "lock": "waits for a lock",
    "signal": "waits for a signal",
    "join": "waits for an end",
    "sleep": "sleeps",
    "loop": "runs the loop of its tasks",
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


def levels(found: list[Hold]) -> dict[Hold, int]:
    """For each hold, how many others the strand has begun before it and still holds."""
    still: dict[int, list[Hold]] = {}
    depth: dict[Hold, int] = {}
    for hold in found:
        open_ones = [
            other
            for other in still.get(hold.strand, [])
            if other.released is None or other.released > hold.got
        ]
        depth[hold] = len(open_ones)
        still[hold.strand] = [*open_ones, hold]
    return depth


def _phases(strand: int, trace: Trace) -> list[Phase]:
    marks = [(event, _after(event, trace)) for event in trace.of(strand)]
    begun = marks[0][0].n if marks else len(trace.events)
    start = next((e for e in trace.events[:begun] if e.do == "starts" and e.to == strand), None)
    if start is not None:
        marks.insert(0, (start, "new"))
    kept: list[tuple[Event, State]] = []
    for mark in marks:
        if not kept or _changes(kept[-1][1], mark):
            kept.append(mark)
    ends = [event.n for event, _ in kept[1:]]
    return [
        Phase(strand, state, event.n, end, event.what, event.to)
        for (event, state), end in zip(kept, [*ends, None], strict=False)
    ]


def _after(event: Event, trace: Trace) -> State:
    """A thread that starts a task of asyncio runs their loop from there on."""
    to = None if event.to is None else trace.strands[event.to]
    own = trace.strands[event.strand]
    if event.do == "starts" and to is not None and (own.kind, to.kind) == ("thread", "task"):
        return "loop"
    return AFTER.get(event.do, "able")


def _changes(before: State, mark: tuple[Event, State]) -> bool:
    """Asking for the next lock is another phase, even right after the last one."""
    event, state = mark
    # Who waits at a condition gives back its lock meanwhile.
    goes_on_waiting = before == "signal" and event.do == "released"
    return not goes_on_waiting and (state != before or state != "able")
