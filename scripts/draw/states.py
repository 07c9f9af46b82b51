"""States: the state machine of the strands, with the transitions of a trace counted."""

from dataclasses import dataclass

import svg

from scripts.draw import hatch, pen
from scripts.draw.counted import Transition, at_the_end, transitions
from scripts.draw.figure import Drawing, Figure, NotDrawable, Row, Table, Words, figure, figure_id
from scripts.draw.key import swatch
from scripts.draw.life import WORDS, State
from scripts.draw.pen import Point
from scripts.draw.table import count
from scripts.draw.text import LEADING, SMALL, wrap
from scripts.draw.trace import Trace

CAPTION = "The states of its threads, and how often they went from one to another."
HEADS = ("No.", "From", "To", "Times", "Events")
BLIND = (
    "The trace sees what threads do, not whether they have a processor: a thread that is able"
    " to run may be running, or ready and waiting for its turn."
)
# Left edges and widths of both columns; what lies between is for arrows.
LEFT, WIDE, RIGHT, WAITS, WIDTH = 40, 114, 216, 111, 328
PAD, APART, DROP, SWATCH = 9, 14, 42, 22
WAITING: tuple[State, ...] = ("lock", "signal", "join", "sleep")
LOOKS: dict[State, str] = {
    "new": "outlined",
    "able": "filled",
    "lock": "hatched",
    "signal": "hatched",
    "join": "hatched",
    "sleep": "dotted",
}
MOST = 12


@dataclass(frozen=True)
class Box:
    """One state. lines: its name; left: who was in it at the end, in small lines."""

    state: State
    lines: tuple[str, ...]
    left: tuple[str, ...]
    at: Point
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.at[1] + self.height

    @property
    def middle(self) -> float:
        """Half way from left to right."""
        return self.at[0] + self.width / 2


def states(trace: Trace) -> Figure:
    """The state machine, and how often each way was taken. Raises NotDrawable without events."""
    found = transitions(trace)
    if not found:
        raise NotDrawable(f"{trace.program}: the trace has no events")
    id = figure_id(trace.program, "states", trace.label)
    words = Words(f"{trace.program}: the states of its threads", CAPTION, _told(found, trace))
    rows = tuple(Row(one.events[0], _cells(one)) for one in found)
    table = Table(HEADS, rows, "The same, with the events, as a table")
    return figure("states", id, _drawn(found, trace, id), words, table)


def _drawn(found: list[Transition], trace: Trace, id: str) -> Drawing:
    boxes = _boxes(found, at_the_end(trace))
    neutral = hatch.urls(id, ())[hatch.NEUTRAL]
    drawing: list[svg.Element] = [hatch.patterns(id, ())]
    drawing += [_arrow(one, boxes) for one in found]
    drawing += [_box(box, neutral) for box in boxes.values()]
    return drawing, (WIDTH, max(box.bottom for box in boxes.values()) + 2)


def _boxes(found: list[Transition], stay: dict[State, list[str]]) -> dict[State, Box]:
    """Left: new, able to run, ended, from top to bottom; right: whatever it waits for."""
    used = {one.after for one in found}
    top = APART + 8.0
    boxes: dict[State, Box] = {}
    if "new" in used:
        boxes["new"] = _made("new", (LEFT, top), WIDE, stay)
        top = boxes["new"].bottom + DROP
    below = top
    for state in WAITING:
        if state in used:
            boxes[state] = _made(state, (RIGHT, below), WAITS, stay)
            below = boxes[state].bottom + APART
    boxes["able"] = _made("able", (LEFT, top), WIDE, stay, below - APART - top)
    if "ended" in used:
        boxes["ended"] = _made("ended", (LEFT, boxes["able"].bottom + DROP), WIDE, stay)
    return boxes


def _made(
    state: State, at: Point, wide: float, stay: dict[State, list[str]], high: float = 0
) -> Box:
    name = tuple(wrap(WORDS[state], wide - 2 * PAD - SWATCH))
    ended = state == "ended"
    last = (
        tuple(wrap(f"at the end: {', '.join(stay[state])}", wide - 2 * PAD, SMALL))
        if state in stay and not ended
        else ()
    )
    least = 2 * PAD + LEADING * (len(name) + len(last)) + (2 if last else 0)
    return Box(state, name, last, at, wide, max(least, high, 50 if state in WAITING else 0))


def _box(box: Box, neutral: str) -> svg.G:
    x, y = box.at
    words = LEADING * (len(box.lines) + len(box.left)) + (2 if box.left else 0)
    first = y + (box.height - words) / 2 + 12.5
    found: list[svg.Element] = [pen.rect(box.at, box.width, box.height, radius=5)]
    look = LOOKS.get(box.state)
    indent = PAD
    if look:
        found += swatch(look, x + PAD, first - 4.5, neutral, SWATCH - 6)
        indent += SWATCH
    found.append(pen.text((x + indent, first), box.lines))
    if box.left:
        at = x + PAD, first + LEADING * len(box.lines) + 2
        found.append(pen.text(at, box.left, "f-small"))
    return pen.group("f-state", found)


def _arrow(one: Transition, boxes: dict[State, Box]) -> svg.G:
    """From box to box, with the count beside it."""
    times = f"{len(one.events):,}×"
    start, stop = _way(one, boxes)
    flat = start[1] == stop[1]
    if flat:
        words = pen.text(((start[0] + stop[0]) / 2, start[1] - 5), times, "f-small f-middle")
    else:
        words = pen.text((start[0] + 8, (start[1] + stop[1]) / 2 + 4), times, "f-small")
    back = 6 if stop[0] > start[0] else -6
    short = (stop[0] - back, stop[1]) if flat else (stop[0], stop[1] - 6)
    found: list[svg.Element] = [pen.line(start, short, "f-arrow"), pen.arrowhead(stop, start)]
    if one.before is None:
        found.append(pen.circle(start, 4, "f-filled"))
    return pen.group("il-event", [*found, words], {"event": one.events[0]})


def _way(one: Transition, boxes: dict[State, Box]) -> tuple[Point, Point]:
    able, after = boxes["able"], boxes[one.after]
    if one.before is None:
        if one.after == "new":
            return (after.middle, 6), (after.middle, after.at[1] - 2)
        middle = after.at[1] + after.height / 2
        return (6, middle), (after.at[0] - 2, middle)
    before = boxes[one.before]
    if one.after in WAITING:
        y = after.at[1] + after.height / 2 - 8
        return (able.at[0] + able.width + 2, y), (after.at[0] - 2, y)
    if one.before in WAITING:
        y = before.at[1] + before.height / 2 + 14
        return (before.at[0] - 2, y), (able.at[0] + able.width + 2, y)
    return (before.middle, before.bottom + 2), (before.middle, after.at[1] - 2)


def _cells(one: Transition) -> tuple[str, ...]:
    before = WORDS[one.before] if one.before else "(not there)"
    numbers = ", ".join(str(n) for n in one.events[:MOST])
    more = f" and {len(one.events) - MOST:,} more" if len(one.events) > MOST else ""
    return str(one.events[0]), before, WORDS[one.after], f"{len(one.events):,}", numbers + more


def _told(found: list[Transition], trace: Trace) -> str:
    """The description, with what a trace cannot see."""
    ways = [
        f"from {WORDS[one.before]!r} to {WORDS[one.after]!r} {count(len(one.events), 'time')}"
        for one in found
        if one.before
    ]
    return f"{count(len(trace.strands), 'thread')}. They went {'; '.join(ways)}. {BLIND}"
