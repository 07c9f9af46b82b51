"""The sequence: a lane for each strand, time downwards, the order true and the time compressed."""

import svg

from scripts.draw import hatch, pen
from scripts.draw.figure import Drawing, Figure, NotDrawable, Table, Words, figure, figure_id
from scripts.draw.heads import HEAD, chip, frame, head
from scripts.draw.key import key, meanings
from scripts.draw.lanes import Lane
from scripts.draw.life import BLOCKED, phases
from scripts.draw.links import Link
from scripts.draw.marks import SIZE, mark
from scripts.draw.rails import drawn, stripe
from scripts.draw.rows import AIR, GAP, Row
from scripts.draw.sheet import Sheet, laid_out
from scripts.draw.table import HEADS, count, event_rows, listed, nouns
from scripts.draw.text import seconds
from scripts.draw.trace import Event, Trace

# More make a figure that nobody reads.
MOST = 200


def sequence(trace: Trace, first: int = 0, last: int | None = None) -> Figure:
    """Who did what in which order. first, last: numbers of events, to show a part.

    Raises NotDrawable when there are none, or too many.
    """
    events = list(trace.events[first : None if last is None else last + 1])
    if not 0 < len(events) <= MOST:
        seen = f"{trace.program}: {len(events)} events"
        raise NotDrawable(f"{seen}; choose up to {MOST} with first= and last=")
    part = f"{trace.label}-{first}-{last}" if first or last is not None else trace.label
    laid = laid_out(trace, events, figure_id(trace.program, "sequence", part))
    words = Words(
        f"{trace.program}: who did what, in which order",
        f"Each lane is {nouns(trace, 'frame')}; what stands lower happened later.",
        _told(laid),
    )
    told = f"The same {count(len(events), 'event')} as a table"
    table = Table(HEADS, event_rows(trace, events), told)
    return figure("sequence", laid.id, _drawn(laid), words, table)


def _drawn(laid: Sheet) -> Drawing:
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
    return found + legend, (laid.width, height + 2)


def _head(laid: Sheet, lane: Lane) -> list[svg.Element]:
    begins = [piece.top for piece in laid.pieces if piece.strand == lane.strand.number]
    return head(lane, laid.top - HEAD, min(begins, default=laid.top))


def _heads_again(laid: Sheet) -> list[svg.Element]:
    """In a high figure, the letters on the rails that are there."""
    found: list[svg.Element] = []
    for row in laid.rows:
        if not (row.event or row.gap):
            here = {p.strand for p in laid.pieces if p.top <= row.y <= p.bottom}
            lanes = [laid.lanes[strand] for strand in sorted(here)]
            found += [chip(lane.strand.letter, lane.x, row.y) for lane in lanes]
    return found


def _gaps(laid: Sheet) -> list[svg.Element]:
    """A band across all lanes wherever much time passes."""
    found: list[svg.Element] = []
    for row in laid.rows:
        if row.gap:
            found += [
                pen.rect((0, row.top + AIR), laid.width, GAP, "f-band"),
                pen.text((laid.width - 8, row.text), seconds(row.gap), "f-small f-end"),
            ]
    return found


def _event(laid: Sheet, row: Row, urls: dict[str, str]) -> svg.G:
    """All that belongs to one event: what follows from it, its mark, its text, its arrows."""
    event = row.event
    assert event is not None
    lane = laid.lanes[event.strand]
    drawing = [*_rail(laid, event, urls), *_stripes(laid, event)]
    for link in laid.arrows:
        if link.cause == event.n:
            drawing += _arrow(laid, link, row)
    drawing += [*mark(event.do, (lane.x, row.y)), pen.text((lane.text, row.text), row.lines)]
    data = {"event": event.n, "strand": lane.strand.letter}
    return pen.group("il-event", drawing, data, at=(lane.x, row.y))


def _rail(laid: Sheet, event: Event, urls: dict[str, str]) -> list[svg.Element]:
    found: list[svg.Element] = []
    for piece in laid.pieces:
        if piece.owner == event.n:
            lane = laid.lanes[piece.strand]
            letter = lane.strand.letter
            elements = drawn(piece, lane, urls[letter])
            other = piece.strand != event.strand
            found += [pen.group("", elements, {"strand": letter})] if other else elements
    return found


def _stripes(laid: Sheet, event: Event) -> list[svg.Element]:
    first = laid.events[0].n
    found: list[svg.Element] = []
    for hold, level in laid.levels.items():
        if max(hold.got, first) == event.n:
            top, bottom = laid.rails.y(hold.got), laid.rails.y(hold.released)
            found += stripe(hold, level, laid.lanes[hold.strand], top, bottom)
    return found


def _arrow(laid: Sheet, link: Link, row: Row) -> list[svg.Element]:
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


def _looks(laid: Sheet) -> list[tuple[str, str]]:
    """What the key must explain: the looks in use."""
    used = {piece.look for piece in laid.pieces} | ({"held"} if laid.levels else set())
    return [(look, said) for look, said in meanings(laid.trace.has_tasks).items() if look in used]


def _told(laid: Sheet) -> str:
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


def _stuck(laid: Sheet) -> str:
    """Who still waits at the end."""
    last = [phases(laid.trace)[n][-1] for n in laid.lanes if phases(laid.trace)[n]]
    waiting = [laid.trace.letter(p.strand) for p in last if p.state in BLOCKED and p.end is None]
    if not waiting or laid.events[-1].n != len(laid.trace.events) - 1:
        return ""
    return f" At the end {listed(waiting)} still {'wait' if len(waiting) > 1 else 'waits'}."
