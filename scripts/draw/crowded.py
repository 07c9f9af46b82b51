"""Crowded spans: where many are narrower than a line, one block stands for all of a stretch."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median

from scripts.draw.spans import Span

DENSE = "dense"
NARROW = 1.5


@dataclass(frozen=True)
class Block:
    """One span, or several short ones together. count, median: of the spans within."""

    strand: int
    event: int
    look: str
    start: float
    stop: float | None
    count: int
    median: float


def blocks(spans: Sequence[Span], end: float, pixel: float) -> list[Block]:
    """Of the spans of one strand. end: of the trace; pixel: how many seconds one shows."""

    def is_short(span: Span) -> bool:
        return span.stop is not None and span.lasts(end) < NARROW * pixel

    found: list[Block] = []
    for short, run in groupby(spans, is_short):
        own = list(run)
        found += [_together(own, end)] if short else [alone(span, end) for span in own]
    return found


def alone(span: Span, end: float) -> Block:
    """A span that is seen by itself."""
    return Block(span.strand, span.event, span.look, span.start, span.stop, 1, span.lasts(end))


def _together(short: list[Span], end: float) -> Block:
    if len(short) == 1:
        return alone(short[0], end)
    middle = median(span.lasts(end) for span in short)
    first = short[0]
    return Block(first.strand, first.event, DENSE, first.start, short[-1].stop, len(short), middle)


@dataclass(frozen=True)
class Grip:
    """A lock in a strand's hands, or several short grips together. level: the row of its stripe."""

    strand: int
    event: int
    what: str
    level: int
    start: float
    stop: float | None
    count: int = 1


def joined(grips: Sequence[Grip], pixel: float) -> list[Grip]:
    """Those of one strand, in order; where no gap could be seen they are one, level by level."""
    found: dict[int, list[Grip]] = {}
    for grip in grips:
        row = found.setdefault(grip.level, [])
        last = row[-1] if row else None
        if last and last.stop is not None and grip.start - last.stop < 2 * NARROW * pixel:
            what = last.what if last.what == grip.what else "one lock or another"
            row[-1] = replace(last, what=what, stop=grip.stop, count=last.count + 1)
        else:
            row.append(grip)
    return [grip for _, row in sorted(found.items()) for grip in row]


def in_numbers(spans: Sequence[Span], end: float) -> dict[str, tuple[int, float]]:
    """By look: how many spans, and the median of their seconds."""
    by_look: dict[str, list[float]] = {}
    for span in spans:
        by_look.setdefault(span.look, []).append(span.lasts(end))
    return {look: (len(lengths), median(lengths)) for look, lengths in by_look.items()}
