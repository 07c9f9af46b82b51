"""Bars: facts side by side, always from zero, each with its number."""

from collections.abc import Sequence

import svg

from scripts.draw import hatch, pen
from scripts.draw.key import key
from scripts.draw.scale import Scale, plain, ticks
from scripts.draw.series import Series, Value, numbered, place, told
from scripts.draw.text import LEADING, SMALL, width, wrap

WIDTH, LABELS = 328, 120
BAR, BETWEEN, APART = 14, 3, 12
TICKS = 4
# Several series differ by look, not by colour.
LOOKS = ("filled", "hatched", "outlined")


def drawn(
    id: str, series: Sequence[Series], unit: str
) -> tuple[list[svg.Element], tuple[float, float]]:
    """The elements from back to front, and the size."""
    places = list(dict.fromkeys(place(value.at) for one in series for value in one.values))
    names = {at: wrap(at, LABELS) for at in places}
    left = max(width(line) for lines in names.values() for line in lines) + 12
    said = max(width(told(value.value, unit)) for _, _, value in numbered(series)) + 10
    scale = _scale(series, left, WIDTH - said)
    urls = hatch.urls(id, ())
    tops, bottom = _tops(names, len(series))
    found: list[svg.Element] = [hatch.patterns(id, ())]
    found += _grid(scale, bottom)
    for at, top in tops.items():
        first = top + (_high(names[at], len(series)) - len(names[at]) * LEADING) / 2 + 12.5
        found.append(pen.text((left - 8, first), names[at], "f-end"))
    order = {one.name: i for i, one in enumerate(series)}
    for n, one, value in numbered(series):
        high = _high(names[place(value.at)], len(series))
        block = len(series) * (BAR + BETWEEN) - BETWEEN
        y = tops[place(value.at)] + (high - block) / 2 + order[one.name] * (BAR + BETWEEN)
        bar = _bar(value, y, scale, LOOKS[order[one.name] % len(LOOKS)], urls[hatch.NEUTRAL])
        words = pen.text(
            (scale.x(max(value.bounds()[1], 0)) + 6, y + BAR / 2 + 4.5), told(value.value, unit)
        )
        found.append(pen.group("il-event", [*bar, words], {"event": n}))
    zero = scale.x(0)
    found.append(pen.line((zero, 0), (zero, bottom), "f-axis"))
    height = bottom + 20
    if len(series) > 1:
        looks = [(LOOKS[i % len(LOOKS)], one.name) for i, one in enumerate(series)]
        legend, height = key(looks, 2, height + 6, WIDTH - 4, urls[hatch.NEUTRAL])
        found += legend
    return found, (WIDTH, height + 2)


def _scale(series: Sequence[Series], left: float, right: float) -> Scale:
    """From zero, or from below it where a value is."""
    bounds = [bound for _, _, value in numbered(series) for bound in value.bounds()]
    low, high = min(0.0, *bounds), max(0.0, *bounds)
    return Scale(low, high if high > low else low + 1, left, right)


def _high(lines: list[str], count: int) -> float:
    return max(len(lines) * LEADING, count * (BAR + BETWEEN) - BETWEEN)


def _tops(names: dict[str, list[str]], count: int) -> tuple[dict[str, float], float]:
    """Where each group begins, and where all end."""
    tops, top = {}, APART / 2
    for at, lines in names.items():
        tops[at] = top
        top += _high(lines, count) + APART
    return tops, top - APART / 2


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
