"""Bands of a timeline: what is drawn of one strand, from its flags down to the locks it holds."""

from dataclasses import dataclass

import svg

from scripts.draw import pen
from scripts.draw.crowded import DENSE, Block, Grip, alone, blocks, in_numbers, joined
from scripts.draw.heads import chip
from scripts.draw.key import WORDS
from scripts.draw.lanes import CHIP, frame_title
from scripts.draw.life import Hold, holds, levels
from scripts.draw.marks import mark
from scripts.draw.plot import OPEN, Flag, Plot, flags
from scripts.draw.spans import DOTTED, HATCHED, Span, spans
from scripts.draw.text import SMALL, seconds, width
from scripts.draw.trace import Event, Strand

THIN, WIDE = 8, 12
FLAG, TITLE, STRIPE, NAME, APART = 15, 22, 8, 13, 14


@dataclass(frozen=True)
class Band:
    """One strand. title: of the process, where one begins."""

    plot: Plot
    strand: Strand
    title: tuple[str, str] | None
    top: float
    blocks: tuple[Block, ...]
    flags: tuple[Flag, ...]
    grips: tuple[Grip, ...]
    numbers: str

    @property
    def y(self) -> float:
        """The middle of the bar."""
        above = (TITLE if self.title else 0) + (FLAG if self.flags else 0)
        return self.top + above + CHIP / 2

    @property
    def bottom(self) -> float:
        """Where the next band may begin."""
        rows = max((grip.level + 1 for grip in self.grips), default=0)
        stripes = rows * (STRIPE + NAME)
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
            found.append(pen.text(at, self.numbers, "f-flag"))
        return found

    def events(self, hatch: str) -> dict[int, list[svg.Element]]:
        """By event, what is drawn of it."""
        found: dict[int, list[svg.Element]] = {}
        for block in self.blocks:
            found.setdefault(block.event, []).extend(self._block(block, hatch))
        for grip in self.grips:
            found.setdefault(grip.event, []).extend(self._stripe(grip))
        flagged = {flag.event.n: flag for flag in self.flags}
        for event in self.plot.shown if not self.plot.crowded else ():
            if event.strand == self.strand.number:
                found.setdefault(event.n, []).extend(self._tick(event, flagged.get(event.n)))
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
        box = pen.box((left, self.y - high / 2), right - left, high, f"f-{block.look}")
        if block.look == HATCHED:
            box.fill = hatch
        return [box]

    def _stripe(self, grip: Grip) -> list[svg.Element]:
        left, right = self._edges(grip.start, grip.stop)
        y = self.y + CHIP / 2 + grip.level * (STRIPE + NAME) + 1
        found: list[svg.Element] = [pen.line((left, y), (right, y), "f-held")]
        if width(grip.what, SMALL) <= right - left:
            found.append(pen.text((left, y + 14), grip.what, "f-flag"))
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
            flags=() if plot.crowded else tuple(flags(events, plot.scale)),
            grips=tuple(_grips(depth, strand, plot)),
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
    return blocks(seen, end, plot.pixel)


def _grips(depth: dict[Hold, int], strand: Strand, plot: Plot) -> list[Grip]:
    events = plot.trace.events
    found = []
    for hold, level in depth.items():
        start = events[hold.got].at
        stop = None if hold.released is None else events[hold.released].at
        ends = stop is None or stop >= plot.scale.low
        if hold.strand == strand.number and ends and start <= plot.scale.high:
            found.append(Grip(strand.number, hold.got, hold.what, level, start, stop))
    return joined(found, plot.pixel) if plot.crowded else found


def _numbers(seen: list[Span], plot: Plot) -> str:
    """ "filled 120 times, median 5 ms" and so on, in the words of the key."""
    told = in_numbers(seen, plot.trace.lasts)
    return " · ".join(
        f"{WORDS[look]} {n:,} ×, median {seconds(middle)}"
        for look, (n, middle) in told.items()
        if n > 1
    )
