"""Rows of a sequence: one for each event, in true order, one for each long gap in time, and in a
high figure now and then one that says again whose lanes they are."""

from dataclasses import dataclass

from scripts.draw.lanes import Lane
from scripts.draw.links import Link
from scripts.draw.text import LEADING, wrap
from scripts.draw.trace import Event

PAD, ARROW, GAP, AIR, AGAIN = 5, 7, 24, 6, 34
# After so much height the heads are said again, if more than a few events are left.
SCREEN, FEW = 620, 8
# Where in the first line's height the eye sees its middle, and its baseline.
MIDDLE, BASELINE = 8, 12.5
# A gap is shown from this share of the whole on.
SHARE, SHORTEST = 1 / 50, 1e-3


@dataclass(frozen=True)
class Row:
    """An event, a gap of so many seconds, or else heads. y: where a mark stands; text: its line."""

    top: float
    bottom: float
    y: float
    text: float
    event: Event | None
    lines: tuple[str, ...] = ()
    gap: float = 0.0


def rows(events: list[Event], lanes: dict[int, Lane], arrows: list[Link], top: float) -> list[Row]:
    """From top to bottom."""
    found: list[Row] = []
    total = events[-1].at - events[0].at if events else 0
    under = _under(events, lanes, arrows)
    said = top
    for i, event in enumerate(events):
        gap = event.at - events[i - 1].at if i else 0
        if gap >= max(SHORTEST, total * SHARE):
            found.append(_gap(gap, top))
            top = found[-1].bottom
        elif top - said > SCREEN and len(events) - i > FEW:
            found.append(Row(top, top + AGAIN, top + AGAIN / 2, 0, None))
            said = top = found[-1].bottom
        lines = tuple(wrap(event.text, lanes[event.strand].room))
        found.append(_row(event, lines, top, event.n in under))
        top = found[-1].bottom
    return found


def _under(events: list[Event], lanes: dict[int, Lane], arrows: list[Link]) -> set[int]:
    """Events with an arrow that would run through their own text; it stands above the arrow."""
    x = {event.n: lanes[event.strand].x for event in events}
    leave = {link.cause for link in arrows if x[link.effect] > x[link.cause]}
    arrive = {link.effect for link in arrows if x[link.effect] < x[link.cause] and not link.wakes}
    return leave | arrive


def _row(event: Event, lines: tuple[str, ...], top: float, above: bool) -> Row:
    height = len(lines) * LEADING
    y = top + PAD + (height + ARROW - 1 if above else MIDDLE)
    bottom = top + 2 * PAD + height + (ARROW if above else 0)
    return Row(top, bottom, y, top + PAD + BASELINE, event, lines)


def _gap(seconds: float, top: float) -> Row:
    middle = top + AIR + GAP / 2
    return Row(top, top + GAP + 2 * AIR, middle, middle + 4, None, gap=seconds)
