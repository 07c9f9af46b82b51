"""The sheet of a sequence: all that is laid out before it is drawn."""

from dataclasses import dataclass

from scripts.draw.heads import HEAD, TITLE
from scripts.draw.lanes import Frame, Lane, frames
from scripts.draw.life import Hold, holds, levels, phases
from scripts.draw.links import Link, links
from scripts.draw.rails import Piece, Rails
from scripts.draw.rows import Row, rows
from scripts.draw.trace import Event, Trace


@dataclass(frozen=True)
class Sheet:
    """Lanes, rows, rails and arrows, each with its place."""

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


def laid_out(trace: Trace, events: list[Event], id: str) -> Sheet:
    """The sheet for some events in a row."""
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
    return Sheet(trace, id, framed, lanes, placed, pieces, depth, arrows, rails, top)


def _held_in(hold: Hold, events: list[Event]) -> bool:
    ended = hold.released is not None and hold.released < events[0].n
    return not ended and hold.got <= events[-1].n
