"""The plot of a timeline: the window of time that is shown, and what is flagged in it."""

from dataclasses import dataclass

from scripts.draw.lanes import chip_width
from scripts.draw.scale import Scale
from scripts.draw.text import SMALL, shortened, width
from scripts.draw.trace import Do, Event, Trace

# What goes on after the end is drawn so far.
WIDTH, OPEN = 640, 16
LONGEST = 200
# From this many events on, only spans are drawn.
MANY = 160
# What is told in words first, where there is not room for everything.
FIRST: tuple[Do, ...] = ("step", "raises")
LAST: tuple[Do, ...] = ("born", "ended", "wakes")


@dataclass(frozen=True)
class Plot:
    """What all bands share. shown: the events within the window."""

    trace: Trace
    scale: Scale
    shown: tuple[Event, ...]
    crowded: bool

    @property
    def pixel(self) -> float:
        """How many seconds a pixel shows."""
        return (self.scale.high - self.scale.low) / (self.scale.right - self.scale.left)

    @property
    def open_end(self) -> bool:
        """Whether the window reaches the end of the trace."""
        return self.scale.high >= self.trace.lasts


def plot(trace: Trace, start: float, stop: float | None) -> Plot:
    """The window from start to stop in seconds, by default all."""
    end = trace.lasts if stop is None else stop
    left = max(chip_width(strand.letter) for strand in trace.strands) + 14
    shown = tuple(event for event in trace.events if start <= event.at <= end)
    return Plot(trace, Scale(start, end, left, WIDTH - OPEN), shown, len(shown) > MANY)


@dataclass(frozen=True)
class Flag:
    """An event in words, above its tick."""

    event: Event
    words: str
    x: float
    at_end: bool


def flags(events: list[Event], scale: Scale) -> list[Flag]:
    """As many as there is room for, the telling ones first."""
    taken: list[tuple[float, float]] = []
    found: list[Flag] = []
    for event in sorted(events, key=lambda e: (e.do not in FIRST, e.do in LAST, e.n)):
        words = shortened(event.text, LONGEST, SMALL)
        x, long = scale.x(event.at), width(words, SMALL)
        at_end = x + 4 + long > scale.right + OPEN
        left = x - 4 - long if at_end else x
        right = x if at_end else x + 4 + long
        if left >= 0 and all(right + 8 <= a or b + 8 <= left for a, b in taken):
            taken.append((left, right))
            found.append(Flag(event, words, x - 4 if at_end else x + 4, at_end))
    return sorted(found, key=lambda flag: flag.event.n)
