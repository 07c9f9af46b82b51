"""The sequence: a lane for each strand, time downwards, the order true and the time compressed."""

from dataclasses import dataclass

import svg

from scripts.draw import hatch, pen
from scripts.draw.figure import Figure, figure_id, picture
from scripts.draw.heads import HEAD, TITLE, chip, frame, head
from scripts.draw.key import WORDS, key
from scripts.draw.lanes import Frame, Lane, frames, levels
from scripts.draw.life import BLOCKED, Hold, Phase, holds, phases
from scripts.draw.links import Link, links
from scripts.draw.marks import SIZE, mark
from scripts.draw.rails import Piece, Rails, drawn, stripe
from scripts.draw.rows import AIR, GAP, Row, rows
from scripts.draw.table import HEADS, count, event_rows, listed, nouns
from scripts.draw.text import seconds
from scripts.draw.trace import Event, Trace

# More make a figure that nobody reads.
MOST = 200


class TooMany(ValueError):
    """A part of the trace must be chosen."""


@dataclass(frozen=True)
class Sequence:
    """All that was laid out: what the drawing functions share."""

    trace: Trace
    id: str
    frames: list[Frame]
    lanes: dict[int, Lane]
    rows: list[Row]
    pieces: list[Piece]
    levels: dict[Hold, int]
    arrows: list[Link]
    rails: Rails
    top: float

    @property
    def width(self) -> float:
        """The right edge of the last frame."""
        return self.frames[-1].right + 1

    @property
    def events(self) -> list[Event]:
        """The drawn ones."""
        return [row.event for row in self.rows if row.event]


def sequence(trace: Trace, first: int = 0, last: int | None = None) -> Figure:
    """Who did what in which order. first, last: numbers of events, to show a part. Raises TooMany."""
    events = list(trace.events[first : None if last is None else last + 1])
    if len(events) > MOST:
        raise TooMany(f"{trace.program}: {len(events)} events; choose {MOST} with first= and last=")
    part = f"{trace.label}-{first}-{last}" if first or last is not None else trace.label
    laid = _laid_out(trace, events, figure_id(trace.program, "sequence", part))
    title = f"{trace.program}: who did what, in which order"
    drawing, height = _drawn(laid)
    return Figure(
        view="sequence",
        id=laid.id,
        svg=picture(laid.id, (laid.width, height), (title, _told(laid)), drawing),
        width=laid.width,
        title=title,
        caption=f"Each lane is {nouns(trace, 'frame')}; what stands lower happened later.",
        desc=_told(laid),
        heads=HEADS,
        rows=event_rows(trace, events),
        told=f"The same {count(len(events), 'event')} as a table",
    )


def _laid_out(trace: Trace, events: list[Event], id: str) -> Sequence:
    found, shown = holds(trace), {event.n for event in events}
    depth = {hold: level for hold, level in levels(found).items() if _held_in(hold, events)}
    arrows = [link for link in links(trace) if {link.cause, link.effect} <= shown]
    framed = frames(trace, events, depth, [link for link in arrows if not link.wakes])
    lanes = {lane.strand.number: lane for one in framed for lane in one.lanes}
    top = (TITLE if len(framed) > 1 else 0) + HEAD
    placed = rows(events, lanes, arrows, top)
    rails = Rails(
        trace=trace,
        rows={row.event.n: row for row in placed if row.event},
        top=top,
        bottom=placed[-1].bottom + 4,
        wakes={link.effect: link for link in arrows if link.wakes},
    )
    lives = phases(trace)
    pieces = [piece for n in lanes for phase in lives[n] for piece in rails.pieces(phase)]
    return Sequence(trace, id, framed, lanes, placed, pieces, depth, arrows, rails, top)


def _held_in(hold: Hold, events: list[Event]) -> bool:
    ended = hold.released is not None and hold.released < events[0].n
    return not ended and hold.got <= events[-1].n


def _drawn(laid: Sequence) -> tuple[list[svg.Element], float]:
    """All elements from the back to the front, and the height."""
    bottom = laid.rails.bottom
    letters = [lane.strand.letter for lane in laid.lanes.values()]
    found: list[svg.Element] = [hatch.patterns(laid.id, letters)]
    if len(laid.frames) > 1:
        found += [element for one in laid.frames for element in frame(one, bottom + 6)]
    found += _gaps(laid)
    found += [element for lane in laid.lanes.values() for element in _head(laid, lane)]
    urls = hatch.urls(laid.id, letters)
    found += [_event(laid, row, urls) for row in laid.rows if row.event]
    found += _heads_again(laid)
    legend, height = key(_looks(laid), 2, bottom + 16, laid.width - 4, urls[hatch.NEUTRAL])
    return found + legend, height + 2


def _head(laid: Sequence, lane: Lane) -> list[svg.Element]:
    begins = [piece.top for piece in laid.pieces if piece.strand == lane.strand.number]
    return head(lane, laid.top - HEAD, min(begins, default=laid.top))


def _heads_again(laid: Sequence) -> list[svg.Element]:
    """In a high figure, the letters on the rails that are there."""
    found: list[svg.Element] = []
    for row in laid.rows:
        if not (row.event or row.gap):
            here = {p.strand for p in laid.pieces if p.top <= row.y <= p.bottom}
            lanes = [laid.lanes[strand] for strand in sorted(here)]
            found += [chip(lane.strand.letter, lane.x, row.y) for lane in lanes]
    return found


def _gaps(laid: Sequence) -> list[svg.Element]:
    """A band across all lanes wherever much time passes."""
    found: list[svg.Element] = []
    for row in laid.rows:
        if row.gap:
            found += [
                pen.rect((0, row.top + AIR), laid.width, GAP, "f-band"),
                pen.text((laid.width - 8, row.text), seconds(row.gap), "f-small f-end"),
            ]
    return found


def _event(laid: Sequence, row: Row, urls: dict[str, str]) -> svg.G:
    """All that belongs to one event: what follows from it, its mark, its text, its arrows."""
    event = row.event
    assert event is not None
    lane = laid.lanes[event.strand]
    drawing = [*_rail(laid, event, urls), *_stripes(laid, event)]
    for link in laid.arrows:
        if link.cause == event.n:
            drawing += _arrow(laid, link, row)
    drawing += [*mark(event.do, (lane.x, row.y)), pen.text((lane.text, row.text), row.lines)]
    data = {"event": event.n, "line": event.line, "strand": lane.strand.letter, "do": event.do}
    return pen.group("il-event", drawing, data)


def _rail(laid: Sequence, event: Event, urls: dict[str, str]) -> list[svg.Element]:
    found: list[svg.Element] = []
    for piece in laid.pieces:
        if piece.owner == event.n:
            lane = laid.lanes[piece.strand]
            letter = lane.strand.letter
            elements = drawn(piece, lane, urls[letter])
            other = piece.strand != event.strand
            found += [pen.group("", elements, {"strand": letter})] if other else elements
    return found


def _stripes(laid: Sequence, event: Event) -> list[svg.Element]:
    first = laid.events[0].n
    found: list[svg.Element] = []
    for hold, level in laid.levels.items():
        if max(hold.got, first) == event.n:
            top, bottom = laid.rails.y(hold.got), laid.rails.y(hold.released)
            found += stripe(hold, level, laid.lanes[hold.strand], top, bottom)
    return found


def _arrow(laid: Sequence, link: Link, row: Row) -> list[svg.Element]:
    """To a strand that waited: straight across, to its rail. Else down to where it arrived."""
    start = laid.lanes[laid.trace.events[link.cause].strand]
    stop = laid.lanes[laid.trace.events[link.effect].strand]
    side = 1 if stop.x > start.x else -1
    out = start.x + side * (SIZE + 1), row.y
    if link.wakes:
        tip = stop.x - side * 4, row.y
        return [pen.line(out, (tip[0] - side * 5, row.y), "f-arrow"), pen.arrowhead(tip, out)]
    turn = stop.left + 2 if side == 1 else stop.right - 3
    arrives = laid.rails.y(link.effect)
    tip = stop.x - side * (SIZE + 1), arrives
    way = [out, (turn, row.y), (turn, arrives), (tip[0] - side * 5, arrives)]
    return [pen.path(way, "f-arrow"), pen.arrowhead(tip, way[-2])]


def _looks(laid: Sequence) -> list[tuple[str, str]]:
    """What the key must explain: the looks in use."""
    used = {piece.look for piece in laid.pieces} | ({"held"} if laid.levels else set())
    return [(look, words) for look, words in WORDS.items() if look in used]


def _told(laid: Sequence) -> str:
    """The description: who is there, how much happens, and how it ends."""
    letters = [lane.strand.letter for lane in laid.lanes.values()]
    events, trace = laid.events, laid.trace
    whole = f"{count(len(events), 'event')} of {listed(letters)} in true order, from top to bottom"
    within = f"within {seconds(events[-1].at - events[0].at)}"
    turns = (
        " Of the threads of one process one acts at a time; who could act as well is outlined."
        if trace.takes_turns
        else ""
    )
    return (
        f"{whole}, {within}.{turns}{_stuck(laid)} The table below the figure has the same events."
    )


def _stuck(laid: Sequence) -> str:
    """Who still waits at the end."""
    last: list[Phase] = [phases(laid.trace)[n][-1] for n in laid.lanes if phases(laid.trace)[n]]
    waiting = [laid.trace.letter(p.strand) for p in last if p.state in BLOCKED and p.end is None]
    if not waiting or laid.events[-1].n != len(laid.trace.events) - 1:
        return ""
    return f" At the end {listed(waiting)} still {'wait' if len(waiting) > 1 else 'waits'}."
