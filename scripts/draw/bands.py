"""Bands of a timeline: what is drawn of one strand, from its flags down to the locks it holds."""

from collections.abc import Iterator
from dataclasses import dataclass

import svg

from scripts.draw import pen
from scripts.draw.crowded import DENSE, Block, alone, blocks, in_numbers
from scripts.draw.heads import chip
from scripts.draw.key import WORDS
from scripts.draw.lanes import CHIP, chip_width, frame_title, levels
from scripts.draw.life import Hold, holds
from scripts.draw.marks import mark
from scripts.draw.scale import Scale
from scripts.draw.spans import DOTTED, HATCHED, Span, spans
from scripts.draw.text import SMALL, seconds, shortened, width
from scripts.draw.trace import Do, Event, Strand, Trace

WIDTH, OPEN = 640, 16
LONGEST = 200
# From this many events on, only spans are drawn.
MANY = 160
THIN, WIDE = 8, 12
FLAG, TITLE, STRIPE, NAME, APART = 15, 22, 8, 13, 14
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


@dataclass(frozen=True)
class Band:
    """One strand. title: of the process, where one begins."""

    plot: Plot
    strand: Strand
    title: tuple[str, str] | None
    top: float
    blocks: tuple[Block, ...]
    flags: tuple[Flag, ...]
    held: dict[Hold, int]
    numbers: str

    @property
    def y(self) -> float:
        """The middle of the bar."""
        above = (TITLE if self.title else 0) + (FLAG if self.flags else 0)
        return self.top + above + CHIP / 2

    @property
    def bottom(self) -> float:
        """Where the next band may begin."""
        stripes = (max(self.held.values()) + 1) * (STRIPE + NAME) if self.held else 0
        return self.y + CHIP / 2 + stripes + (NAME if self.numbers else 0) + APART

    def head(self) -> list[svg.Element]:
        """The chip, and the title of the process."""
        found: list[svg.Element] = [chip(self.strand.letter, CHIP / 2 + 1, self.y)]
        if self.title:
            name, rest = self.title
            found += [
                pen.text((1, self.top + 13), name, "f-flag f-bold"),
                pen.text((1 + width(name, SMALL, bold=True) + 8, self.top + 13), rest, "f-flag"),
            ]
        if self.numbers:
            at = self.plot.scale.left, self.bottom - APART - 2
            found.append(pen.text(at, self.numbers, "f-small"))
        return found

    def events(self, hatch: str) -> dict[int, list[svg.Element]]:
        """By event, what is drawn of it."""
        found: dict[int, list[svg.Element]] = {}
        for block in self.blocks:
            found.setdefault(block.event, []).extend(self._block(block, hatch))
        for hold, level in self.held.items():
            found.setdefault(hold.got, []).extend(self._stripe(hold, level))
        flags = {flag.event.n: flag for flag in self.flags}
        for event in self.plot.shown if not self.plot.crowded else ():
            if event.strand == self.strand.number:
                found.setdefault(event.n, []).extend(self._tick(event, flags.get(event.n)))
        return found

    def _edges(self, start: float, stop: float | None) -> tuple[float, float]:
        scale = self.plot.scale
        left = scale.x(start)
        right = scale.right + OPEN - 2 if stop is None and self.plot.open_end else scale.right
        return left, max(right if stop is None else scale.x(stop), left + 1)

    def _block(self, block: Block, hatch: str) -> list[svg.Element]:
        left, right = self._edges(block.start, block.stop)
        if block.look == DOTTED:
            return [pen.line((left, self.y), (right, self.y), "f-dotted")]
        high = WIDE if block.look in (HATCHED, DENSE) else THIN
        box = pen.rect((left, self.y - high / 2), right - left, high, f"f-{block.look}")
        if block.look == HATCHED:
            box.fill = hatch
        return [box]

    def _stripe(self, hold: Hold, level: int) -> list[svg.Element]:
        events = self.plot.trace.events
        stop = None if hold.released is None else events[hold.released].at
        left, right = self._edges(events[hold.got].at, stop)
        y = self.y + CHIP / 2 + level * (STRIPE + NAME) + 1
        found: list[svg.Element] = [pen.line((left, y), (right, y), "f-held")]
        if width(hold.what, SMALL) <= right - left and not self.plot.crowded:
            found.append(pen.text((left, y + 14), hold.what, "f-flag"))
        return found

    def _tick(self, event: Event, flag: Flag | None) -> list[svg.Element]:
        x = self.plot.scale.x(event.at)
        top = self.y - CHIP / 2 - (FLAG - 2 if flag else 0)
        found: list[svg.Element] = [pen.line((x, top), (x, self.y + WIDE / 2 + 2), "f-tick")]
        if event.do == "raises":
            found += mark("raises", (x, self.y))
        if flag:
            at = flag.x, self.y - CHIP / 2 - 3
            found.append(pen.text(at, flag.words, "f-flag f-end" if flag.at_end else "f-flag"))
        return found


def bands(plot: Plot) -> list[Band]:
    """One for each strand that is there within the window, from top to bottom."""
    trace = plot.trace
    depth, found, top = levels(holds(trace)), list[Band](), 1.0
    several = len(trace.processes) > 1
    before = None
    for strand, own in zip(trace.strands, spans(trace), strict=True):
        seen = [span for span in own if _within(span, plot)]
        events = [event for event in plot.shown if event.strand == strand.number]
        if not (seen or events):
            continue
        begins = several and strand.process != before
        before = strand.process
        band = Band(
            plot=plot,
            strand=strand,
            title=frame_title(trace.processes[strand.process]) if begins else None,
            top=top,
            blocks=tuple(_blocks(seen, plot)),
            flags=() if plot.crowded else tuple(_flags(events, plot.scale)),
            held=dict(_held(depth, strand, plot)),
            numbers=_numbers(seen, plot) if plot.crowded else "",
        )
        found.append(band)
        top = band.bottom
    return found


def _within(span: Span, plot: Plot) -> bool:
    ends = span.stop is None or span.stop > plot.scale.low
    return ends and span.start <= plot.scale.high


def _blocks(seen: list[Span], plot: Plot) -> list[Block]:
    end = plot.trace.lasts
    if not plot.crowded:
        return [alone(span, end) for span in seen]
    pixel = (plot.scale.high - plot.scale.low) / (plot.scale.right - plot.scale.left)
    return blocks(seen, end, pixel)


def _held(depth: dict[Hold, int], strand: Strand, plot: Plot) -> Iterator[tuple[Hold, int]]:
    events = plot.trace.events
    for hold, level in depth.items():
        ends = hold.released is None or events[hold.released].at >= plot.scale.low
        if hold.strand == strand.number and ends and events[hold.got].at <= plot.scale.high:
            yield hold, level


def _flags(events: list[Event], scale: Scale) -> list[Flag]:
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


def _numbers(seen: list[Span], plot: Plot) -> str:
    """ "filled 120 times, median 5 ms" and so on, in the words of the key."""
    told = in_numbers(seen, plot.trace.lasts)
    return " · ".join(
        f"{WORDS[look]} {n:,} ×, median {seconds(middle)}"
        for look, (n, middle) in told.items()
        if n > 1
    )
