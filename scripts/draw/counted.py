"""Transitions, counted: how often strands of a trace went from one state to another."""

from dataclasses import dataclass

from scripts.draw.life import State, phases
from scripts.draw.trace import Trace


@dataclass(frozen=True)
class Transition:
    """From one state to another; before None: it came to be. events: that brought it about."""

    before: State | None
    after: State
    events: tuple[int, ...]


def transitions(trace: Trace) -> list[Transition]:
    """All that occur, in order of their first events."""
    found: dict[tuple[State | None, State], list[int]] = {}
    for life in phases(trace):
        before: State | None = None
        for phase in life:
            # Whatever a strand does, it was able to run before it did it.
            now = _counts_as(phase.state)
            direct = now in ("new", "able") or before == "able"
            steps: list[State] = [now] if direct else ["able", now]
            for state in steps:
                found.setdefault((before, state), []).append(phase.begin)
                before = state
    made = [Transition(*states, tuple(sorted(events))) for states, events in found.items()]
    return sorted(made, key=lambda one: one.events[0])


def _counts_as(state: State) -> State:
    """Whoever runs the loop of its tasks goes on when they have ended."""
    return "join" if state == "loop" else state


def at_the_end(trace: Trace) -> dict[State, list[str]]:
    """By state, the letters of the strands that were in it after the last event."""
    found: dict[State, list[str]] = {}
    for life in phases(trace):
        if life:
            found.setdefault(_counts_as(life[-1].state), []).append(trace.letter(life[-1].strand))
    return found
