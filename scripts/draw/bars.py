"""Bars: facts side by side, always from zero, each with its number."""

from collections.abc import Sequence
from dataclasses import dataclass

import svg

from scripts.draw import hatch, pen
from scripts.draw.figure import Drawing
from scripts.draw.key import key
from scripts.draw.scale import Scale, plain, ticks
from scripts.draw.series import Series, Value, numbered, place, told
from scripts.draw.text import LEADING, SMALL, width, wrap

WIDTH, LABELS = 328, 120
BAR, BETWEEN, APART = 14, 3, 12
TICKS = 4
# Several series differ by look, not by colour.
LOOKS = ("filled", "hatched", "outlined")


@dataclass(frozen=True)
class Group:
    """The bars of one label. top, height: of the group."""

    lines: list[str]
    top: float
    height: float


def drawn(id: str, series: Sequence[Series], unit: str) -> Drawing:
    """The elements from back to front, and the size."""
    groups, bottom = _groups(series)
    left = max(width(line) for group in groups.values() for line in group.lines) + 12
    said = max(width(told(value.value, unit)) for _, _, value in numbered(series)) + 10
    scale = _scale(series, left, WIDTH - said)
    neutral = hatch.urls(id, ())[hatch.NEUTRAL]
    found: list[svg.Element] = [hatch.patterns(id, ()), *_grid(scale, bottom)]
    for group in groups.values():
        first = group.top + (group.height - len(group.lines) * LEADING) / 2 + 12.5
        found.append(pen.text((left - 8, first), group.lines, "f-end"))
    for n, one, value in numbered(series):
        order, group = series.index(one), groups[place(value.at)]
        y = group.top + (group.height - _block(series)) / 2 + order * (BAR + BETWEEN)
        bar = _bar(value, y, scale, LOOKS[order % len(LOOKS)], neutral)
        after = scale.x(max(value.bounds()[1], 0)) + 6, y + BAR / 2 + 4.5
        words = pen.text(after, told(value.value, unit))
        found.append(pen.group("il-event", [*bar, words], {"event": n}))
    found.append(pen.line((scale.x(0), 0), (scale.x(0), bottom), "f-axis"))
    legend, height = _legend(series, bottom + 20, neutral)
    return found + legend, (WIDTH, height + 2)


def _legend(series: Sequence[Series], top: float, neutral: str) -> tuple[list[svg.Element], float]:
    if len(series) == 1:
        return [], top
    looks = [(LOOKS[i % len(LOOKS)], one.name) for i, one in enumerate(series)]
    return key(looks, 2, top + 6, WIDTH - 4, neutral)


def _groups(series: Sequence[Series]) -> tuple[dict[str, Group], float]:
    """By label, in order; and where all end."""
    groups: dict[str, Group] = {}
    top = APART / 2
    for at in dict.fromkeys(place(value.at) for _, _, value in numbered(series)):
        lines = wrap(at, LABELS)
        groups[at] = Group(lines, top, max(len(lines) * LEADING, _block(series)))
        top += groups[at].height + APART
    return groups, top - APART / 2


def _block(series: Sequence[Series]) -> float:
    """How high the bars of one label are together."""
    return len(series) * (BAR + BETWEEN) - BETWEEN


def _scale(series: Sequence[Series], left: float, right: float) -> Scale:
    """From zero, or from below it where a value is."""
    bounds = [bound for _, _, value in numbered(series) for bound in value.bounds()]
    low, high = min(0.0, *bounds), max(0.0, *bounds)
    return Scale(low, high if high > low else low + 1, left, right)


def _bar(value: Value, y: float, scale: Scale, look: str, neutral: str) -> list[svg.Element]:
    start, stop = sorted((scale.x(0), scale.x(value.value)))
    box = pen.rect((start, y), max(stop - start, 1), BAR, f"f-{look}")
    if look == "hatched":
        box.fill = neutral
    low, high = (scale.x(bound) for bound in value.bounds())
    if high - low < 1:
        return [box]
    middle = y + BAR / 2
    return [
        box,
        pen.line((low, middle), (high, middle), "f-whisker"),
        pen.line((low, middle - 4), (low, middle + 4), "f-whisker"),
        pen.line((high, middle - 4), (high, middle + 4), "f-whisker"),
    ]


def _grid(scale: Scale, bottom: float) -> list[svg.Element]:
    found: list[svg.Element] = []
    free = 0.0
    for value in ticks(scale.low, scale.high, TICKS):
        x, half = scale.x(value), width(plain(value), SMALL) / 2
        found.append(pen.line((x, 0), (x, bottom + 4), "f-grid"))
        if x - half >= free:
            found.append(pen.text((x, bottom + 17), plain(value), "f-small f-middle"))
            free = x + half + 8
    return found
