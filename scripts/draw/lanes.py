"""Lanes of a sequence: one for each strand, side by side, and as wide as their texts need.

Up to four of them fit a phone where the words are short; more scroll in their box.
"""

import re
from dataclasses import dataclass, replace
from itertools import groupby
from math import ceil

from scripts.draw.life import Hold
from scripts.draw.links import Link
from scripts.draw.rooms import rooms
from scripts.draw.text import SMALL, width
from scripts.draw.trace import Event, Process, Strand, Trace

CHIP = 22
# From the rail to its text, from the text to the next lane, round and between processes.
BESIDE, BEYOND, FRAME, BETWEEN = 10, 6, 7, 8
# A stripe for each lock that is held at the same time, with its name on it.
STRIPE = 14
# Where an arrow comes down to the event at which its thing arrives, on either side.
INBOX = 9
# Names that nobody gave: they tell the function at most.
GIVEN = re.compile(
    r"Main(?:Thread|Process)|\w*(?:Thread|Task|Process|Worker|Executor)-[\d:_-]+(?: \((.*)\))?"
)


@dataclass(frozen=True)
class Lane:
    """Where one strand is drawn. process: its name; gutter: left of its rail, for stripes;
    room: for text; beyond: right of the text."""

    strand: Strand
    process: str
    left: float
    gutter: float
    room: float
    beyond: float

    @property
    def x(self) -> float:
        """The middle of the rail."""
        return self.left + self.gutter + CHIP / 2

    @property
    def text(self) -> float:
        """Where texts begin."""
        return self.x + BESIDE

    @property
    def right(self) -> float:
        """Where the next lane begins."""
        return self.text + self.room + self.beyond

    @property
    def name(self) -> str:
        """What the program calls it, if anything."""
        given = GIVEN.fullmatch(self.strand.name)
        name = (given[1] or "") if given else self.strand.name
        return "" if name in (self.strand.letter, self.process) else name


@dataclass(frozen=True)
class Frame:
    """The lanes of one process, and where its frame stands."""

    process: Process
    lanes: tuple[Lane, ...]
    left: float
    right: float


def frames(
    trace: Trace, events: list[Event], levels: dict[Hold, int], carried: list[Link]
) -> list[Frame]:
    """The lanes of all strands that the events name, by process, from left to right.

    carried: what goes through queues and pipes; its arrows come down beside a lane.
    """
    e = trace.events
    seen = {event.strand for event in events} | {
        event.to for event in events if event.to is not None
    }
    strands = sorted((trace.strands[n] for n in seen), key=lambda s: (s.process, s.number))
    processes = len({strand.process for strand in strands})
    order = {strand.number: i for i, strand in enumerate(strands)}
    ways = [(e[link.cause].strand, e[link.effect].strand) for link in carried]
    inboxes = {(stop, order[stop] > order[start]) for start, stop in ways}
    lanes = [_lane(trace, strand, levels, inboxes) for strand in strands]
    texts = [[one.text for one in events if one.strand == s.number] for s in strands]
    edge = 2 * FRAME * processes + BETWEEN * (processes - 1) if processes > 1 else 2
    fixed = edge + sum(lane.right - lane.left for lane in lanes)
    shared = rooms(texts, [_head_room(lane) for lane in lanes], fixed)
    wide = [replace(lane, room=room) for lane, room in zip(lanes, shared, strict=True)]
    return _placed(trace, wide)


def _lane(
    trace: Trace, strand: Strand, levels: dict[Hold, int], inboxes: set[tuple[int, bool]]
) -> Lane:
    """Without its place yet. inboxes: strands, and whether things come from the left."""
    own = [level for hold, level in levels.items() if hold.strand == strand.number]
    stripes = (max(own) + 1) * STRIPE - 5 if own else 0
    gutter = stripes + INBOX * ((strand.number, True) in inboxes)
    beyond = BEYOND + INBOX * ((strand.number, False) in inboxes)
    return Lane(strand, trace.processes[strand.process].name, 0, gutter, 0, beyond)


def _head_room(lane: Lane) -> float:
    """A letter is narrow; the word "main" is not."""
    return chip_width(lane.strand.letter) - CHIP / 2 - BESIDE


def chip_width(letter: str) -> float:
    """The frame round a letter, or round a word."""
    return max(CHIP, ceil(width(letter, 12, bold=True)) + 12)


def _placed(trace: Trace, lanes: list[Lane]) -> list[Frame]:
    """From left to right, process by process."""
    grouped = [list(own) for _, own in groupby(lanes, key=lambda lane: lane.strand.process)]
    framed = len(grouped) > 1
    found, left = [], 1.0
    for own in grouped:
        start, at = left, left + (FRAME if framed else 0)
        placed = []
        for lane in own:
            placed.append(replace(lane, left=at))
            at = placed[-1].right
        process = trace.processes[own[0].strand.process]
        right = max(at + (FRAME - BEYOND if framed else 0), start + _title_width(process) * framed)
        found.append(Frame(process, tuple(placed), start, right))
        left = right + BETWEEN
    return found


def frame_title(process: Process) -> tuple[str, str]:
    """What stands over a frame: the process, and how it came to be."""
    name = process.name or f"process {process.number}"
    made = f"{process.method}, " if process.method else ""
    return name, f"{made}pid {process.pid}"


def _title_width(process: Process) -> float:
    name, rest = frame_title(process)
    return ceil(max(width(name, SMALL, bold=True), width(rest, SMALL))) + 2 * FRAME
