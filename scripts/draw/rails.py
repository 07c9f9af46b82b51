"""Rails of a sequence: the state of a strand drawn between its events.

Filled: it acts. Outlined: it could act, and another one does. Hatched: it
waits. Dotted: it sleeps. A barred stripe beside the rail: a lock that it holds.
"""

from dataclasses import dataclass
from itertools import pairwise

import svg

from scripts.draw import pen
from scripts.draw.lanes import STRIPE, Lane
from scripts.draw.life import BLOCKED, Hold, Phase
from scripts.draw.links import Link
from scripts.draw.rows import Row
from scripts.draw.spans import DOTTED, FILLED, HATCHED, OUTLINED, takes_turns
from scripts.draw.text import SMALL, width
from scripts.draw.trace import Trace

THIN, WIDE = 6, 10


@dataclass(frozen=True)
class Piece:
    """A part of a rail. owner: the event that it belongs to."""

    strand: int
    owner: int
    look: str
    top: float
    bottom: float


@dataclass(frozen=True)
class Rails:
    """What the pieces are made from: the rows of the drawn events, and where they end."""

    trace: Trace
    rows: dict[int, Row]
    top: float
    bottom: float
    wakes: dict[int, Link]

    def pieces(self, phase: Phase) -> list[Piece]:
        """The rail of one phase."""
        if phase.state == "ended" or not self._seen(phase):
            return []
        top, bottom = self.y(phase.begin), self.y(phase.end)
        owner = max(phase.begin, min(self.rows))
        if phase.state == "able":
            return self._able(phase)
        if phase.state in ("new", "loop"):
            return [Piece(phase.strand, owner, OUTLINED, top, bottom)]
        if phase.state == "sleep":
            return [Piece(phase.strand, owner, DOTTED, top, bottom)]
        return self._blocked(phase, owner, top, bottom)

    def y(self, event: int | None) -> float:
        """Where an event stands; those that are not drawn lie beyond the edges."""
        if event in self.rows:
            return self.rows[event].y
        return self.bottom if event is None or event > max(self.rows) else self.top

    def _seen(self, phase: Phase) -> bool:
        ends_before = phase.end is not None and phase.end < min(self.rows)
        return not ends_before and phase.begin <= max(self.rows)

    def _blocked(self, phase: Phase, owner: int, top: float, bottom: float) -> list[Piece]:
        link = self.wakes.get(phase.end) if phase.end is not None else None
        free = self.y(link.cause) if link and phase.state in BLOCKED else bottom
        pieces = [
            Piece(phase.strand, owner, HATCHED, top, free),
            Piece(phase.strand, owner, OUTLINED, free, bottom),
        ]
        return [piece for piece in pieces if piece.bottom > piece.top]

    def _able(self, phase: Phase) -> list[Piece]:
        """Filled about its own events, outlined while somebody else acts instead."""
        own = [e.n for e in self.trace.of(phase.strand) if self._within(e.n, phase)]
        stops: list[int | None] = [*own, phase.end if phase.end is not None else None]
        pieces: list[Piece] = []
        for start, stop in pairwise(stops):
            assert start is not None
            pieces += self._stretch(phase.strand, start, stop)
        return pieces

    def _within(self, event: int, phase: Phase) -> bool:
        last = phase.end if phase.end is not None else max(self.rows) + 1
        return phase.begin <= event < last and event in self.rows

    def _stretch(self, strand: int, start: int, stop: int | None) -> list[Piece]:
        """From one of its own events to the next one."""
        top, bottom = self.y(start), self.y(stop)
        others = [n for n in self.rows if start < n and (stop is None or n < stop)]
        others = [n for n in others if takes_turns(self.trace, strand, self.trace.events[n].strand)]
        if not others:
            return [Piece(strand, start, FILLED, top, bottom)]
        first = (top + self.y(others[0])) / 2
        last = (self.y(others[-1]) + bottom) / 2 if stop is not None else bottom
        pieces = [
            Piece(strand, start, OUTLINED, first, last),
            Piece(strand, start, FILLED, top, first),
            Piece(strand, start, FILLED, last, bottom),
        ]
        return [piece for piece in pieces if piece.bottom > piece.top]


def drawn(piece: Piece, lane: Lane, hatch: str) -> list[svg.Element]:
    """The elements of a piece. hatch: the url of the lane's pattern."""
    top, height = piece.top, piece.bottom - piece.top
    if piece.look == DOTTED:
        return [pen.line((lane.x, top), (lane.x, piece.bottom), "f-dotted")]
    if piece.look == HATCHED:
        box = pen.box((lane.x - WIDE / 2, top), WIDE, height, "f-hatched")
        box.fill = hatch
        return [box]
    return [pen.box((lane.x - THIN / 2, top), THIN, height, f"f-{piece.look}")]


def stripe(hold: Hold, level: int, lane: Lane, top: float, bottom: float) -> list[svg.Element]:
    """A lock in the strand's hands, with its name on it where there is room for that."""
    x, middle = lane.x - 13 - level * STRIPE, (top + bottom) / 2
    half = width(hold.what, SMALL) / 2 + 4
    if half + 8 > middle - top:
        return [pen.line((x, top), (x, bottom), "f-held")]
    return [
        pen.line((x, top), (x, middle - half), "f-held"),
        pen.upwards((x + 4, middle), hold.what, "f-small f-middle"),
        pen.line((x, middle + half), (x, bottom), "f-held"),
    ]
