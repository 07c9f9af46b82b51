"""Lanes of a sequence: one for each strand, side by side, and as wide as their texts need.

Up to four of them fit a phone where the words are short; more scroll in their box.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from scripts.draw.life import Hold
from scripts.draw.links import Link
from scripts.draw.text import SMALL, longest_word, width, wrap
from scripts.draw.trace import Event, Process, Strand, Trace

PHONE, WIDEST = 328, 660
CHIP = 22
# From the rail to its text, from the text to the next lane, round and between processes.
BESIDE, BEYOND, FRAME, BETWEEN = 11, 7, 7, 8
# Words that are longer are broken, shorter ones if that makes the figure fit; where it must scroll
# anyway, a lane may take so much.
LONGEST, AMPLE = (140, 100, 80), 96
# A stripe for each lock that is held at the same time, with its name beside it.
STRIPE = 19
# Where an arrow comes down to the event at which its thing arrives, on either side.
INBOX = 9
NARROWEST, COMFORTABLE, STEP, MOST_STEPS = 44, 96, 4, 12
MOST_LINES = 3
# Names that nobody gave: they tell the function at most.
GIVEN = re.compile(r"(?:MainThread|MainProcess|Thread-\d+|Task-\d+|Process-[\d:]+)(?: \((.*)\))?")


@dataclass(frozen=True)
class Lane:
    """Where one strand is drawn. gutter: left of its rail, for stripes; room: for text;
    beyond: right of the text."""

    strand: Strand
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
        return "" if name == self.strand.letter else name


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
    lanes = [_lane(strand, levels, inboxes) for strand in strands]
    texts = [[one.text for one in events if one.strand == s.number] for s in strands]
    edge = 2 * FRAME * processes + BETWEEN * (processes - 1) if processes > 1 else 2
    return _placed(trace, _with_room(lanes, texts, edge))


def levels(found: list[Hold]) -> dict[Hold, int]:
    """For each hold, how many others the strand has begun before it and still holds."""
    return {hold: sum(_covers(other, hold) for other in found) for hold in found}


def _covers(other: Hold, hold: Hold) -> bool:
    open_still = other.released is None or other.released > hold.got
    return other.strand == hold.strand and other.got < hold.got and open_still


def _lane(strand: Strand, levels: dict[Hold, int], inboxes: set[tuple[int, bool]]) -> Lane:
    """Without its place yet. inboxes: strands, and whether things come from the left."""
    own = [level for hold, level in levels.items() if hold.strand == strand.number]
    stripes = (max(own) + 1) * STRIPE - 4 if own else 0
    gutter = stripes + INBOX * ((strand.number, True) in inboxes)
    return Lane(strand, 0, gutter, NARROWEST, BEYOND + INBOX * ((strand.number, False) in inboxes))


def _with_room(lanes: list[Lane], texts: list[list[str]], edge: float) -> list[Lane]:
    """The same lanes, with the width of a phone shared out to those who need it."""
    fixed = edge + sum(lane.right - lane.left - lane.room for lane in lanes)
    tried = [_least(lanes, texts, longest) for longest in LONGEST]
    rooms = next((rooms for rooms in tried if fixed + sum(rooms) <= PHONE), tried[0])
    scrolls = fixed + sum(rooms) > PHONE
    widest = max(WIDEST, AMPLE * len(lanes))
    while True:
        broken = any(
            _most_lines(own, room) > MOST_LINES for own, room in zip(texts, rooms, strict=True)
        )
        left = (widest if broken or scrolls else PHONE) - fixed - sum(rooms)
        gains = [_gain(own, room, left) for own, room in zip(texts, rooms, strict=True)]
        best, more = max(gains)
        if not best:
            break
        rooms[gains.index((best, more))] -= more
    return [
        replace(lane, room=room)
        for lane, room in zip(lanes, _comfortable(rooms, PHONE - fixed), strict=True)
    ]


def _least(lanes: list[Lane], texts: list[list[str]], longest: float) -> list[float]:
    """The least rooms in which words stay whole, but for those that are too long."""
    words = [max([NARROWEST, *map(longest_word, own)]) for own in texts]
    return [
        max(min(word, longest), _head_room(lane)) for word, lane in zip(words, lanes, strict=True)
    ]


def _gain(texts: list[str], room: float, left: float) -> tuple[float, float]:
    """How many lines are saved for each pixel at best, and (negated) for how many pixels."""
    now = _lines(texts, room)
    steps = range(STEP, min(int(left), MOST_STEPS * STEP) + 1, STEP)
    gains = [((now - _lines(texts, room + more)) / more, -more) for more in steps]
    return max(gains, default=(0.0, 0.0))


def _comfortable(rooms: list[float], budget: float) -> list[float]:
    """What is left goes to the narrow ones."""
    rooms = list(rooms)
    while sum(rooms) + STEP <= budget and min(rooms) < COMFORTABLE:
        rooms[rooms.index(min(rooms))] += STEP
    return rooms


def _head_room(lane: Lane) -> float:
    """A letter is narrow; the word "main" is not."""
    return chip_width(lane.strand.letter) - CHIP / 2 - BESIDE


def chip_width(letter: str) -> float:
    """The frame round a letter, or round a word."""
    return max(CHIP, width(letter, 12, bold=True) + 12)


def _lines(texts: list[str], room: float) -> int:
    return sum(len(_wrapped(text, room)) for text in texts)


def _most_lines(texts: list[str], room: float) -> int:
    return max((len(_wrapped(text, room)) for text in texts), default=0)


@cache
def _wrapped(text: str, room: float) -> list[str]:
    return wrap(text, room)


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
    return max(width(name, SMALL, bold=True), width(rest, SMALL)) + 2 * FRAME
