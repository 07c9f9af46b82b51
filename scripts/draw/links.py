"""Links: which event of one strand let another strand go on. Arrows are drawn from them.

Only what the trace makes certain is linked; a queue with several things in it
does not tell which one was taken.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.draw.life import BLOCKED, Phase, phases
from scripts.draw.trace import Do, Event, Trace

CARRIED: dict[Do, Do] = {"puts": "gets", "sends": "receives"}
# What the last one does who comes to a barrier, and how the others then go on.
ARRIVES, PASSES = "waits", "passes "
PLACE = re.compile(r" (?:into|from|to|over|through|on) .*")


@dataclass(frozen=True)
class Link:
    """From the event that is the cause to the one that it let happen.

    wakes: the other strand stood still until the cause.
    """

    cause: int
    effect: int
    wakes: bool


def links(trace: Trace) -> list[Link]:
    """All of them, in order of the causes."""
    lives = phases(trace)
    carried = list(_carried(trace, _still(lives)))
    arrived = {link.effect for link in carried}
    woken = [link for link in _woken(trace, lives) if link.effect not in arrived]
    return sorted([*woken, *carried], key=lambda link: (link.cause, link.effect))


def _woken(trace: Trace, lives: list[list[Phase]]) -> Iterator[Link]:
    """Ends of standing still that another strand brought about."""
    for life in lives:
        for phase in life:
            if phase.end is None:
                continue
            cause = _cause(phase, trace.events[phase.end], trace)
            if cause is not None:
                yield Link(cause.n, phase.end, True)


def _cause(phase: Phase, effect: Event, trace: Trace) -> Event | None:
    """The last event within the phase that could end it."""
    if phase.state == "new":
        return trace.events[phase.begin]
    within = trace.events[phase.begin + 1 : effect.n]
    fits = [event for event in within if _ends(event, phase, effect)]
    return fits[-1] if fits else None


def _ends(event: Event, phase: Phase, effect: Event) -> bool:
    if event.strand == phase.strand:
        return False
    if phase.state == "join":
        return event.do == "ended" and event.strand == phase.to and effect.do == "joined"
    if event.what != phase.what:
        return False
    if phase.state == "lock":
        return event.do == "released" and effect.do == "got"
    if phase.state == "signal" and effect.do == "puts":
        return event.do == "gets"
    if phase.state == "signal" and effect.do == "woken":
        barrier = effect.text.startswith(PASSES)
        return event.do == (ARRIVES if barrier else "notifies")
    return False


def _still(lives: list[list[Phase]]) -> dict[int, int]:
    """By the event that ended it, since which event a strand stood still."""
    return {
        phase.end: phase.begin
        for life in lives
        for phase in life
        if phase.state in BLOCKED and phase.end is not None
    }


def _carried(trace: Trace, still: dict[int, int]) -> Iterator[Link]:
    """Things that went through a queue, a pipe or a socket."""
    under_way: dict[tuple[str, str], list[Event]] = {}
    for event in trace.events:
        if event.do in CARRIED:
            under_way.setdefault((CARRIED[event.do], event.what), []).append(event)
        elif event.do in CARRIED.values():
            waiting = under_way.get((event.do, event.what), [])
            source = _source(event, [one for one in waiting if one.strand != event.strand])
            if source is not None:
                yield Link(source.n, event.n, still.get(event.n, source.n) < source.n)
            if waiting:
                waiting.remove(source or waiting[0])


def _source(taken: Event, waiting: list[Event]) -> Event | None:
    """The one that was taken, where that is certain."""
    if taken.to is not None:
        # Pipes and sockets keep the order.
        return next((one for one in waiting if one.strand == taken.to), None)
    same = [one for one in waiting if _thing(one) == _thing(taken)]
    if len(same) == 1 and _thing(taken):
        return same[0]
    return waiting[0] if len(waiting) == 1 else None


def _thing(event: Event) -> str:
    """ "puts 3 into orders" and "gets 3 from orders" speak of the same thing."""
    return PLACE.sub("", event.text.partition(" ")[2])
