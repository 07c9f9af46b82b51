"""Lines: what changes along an axis, with a mark for each measured point."""

from collections.abc import Sequence
from dataclasses import dataclass

import svg

from scripts.draw import pen
from scripts.draw.figure import Drawing
from scripts.draw.key import SWATCH
from scripts.draw.pen import Point
from scripts.draw.scale import LogScale, Scale, powers, short, ticks
from scripts.draw.series import Series, Value, numbered
from scripts.draw.text import SMALL, width

WIDTH, HEIGHT = 328, 208
TOP, RIGHT = 24, 14
TICKS_X, TICKS_Y = 5, 5
LINE = 20
# From so many points on, their marks are small.
MANY, MARK, SMALL_MARK = 12, 4.0, 2.75


@dataclass(frozen=True)
class Axes:
    """Both scales; the one upwards has its low end below."""

    x: Scale
    y: Scale
    ticks_x: list[float]
    ticks_y: list[float]

    def point(self, value: Value) -> Point:
        """Where a value stands."""
        return self.x.x(float(value.at)), self.y.x(value.value)


def drawn(series: Sequence[Series], unit: str, along: str, log: str) -> Drawing:
    """The elements from back to front, and the size. log: "x", "y", "xy" or nothing."""
    axes = _axes(series, log)
    found = _frame(axes, unit, along)
    for i, one in enumerate(series):
        if one.joined:
            points = [axes.point(value) for value in one.values]
            found.append(pen.path(points, f"f-line f-line-{i % 4}"))
    order = {one.name: i for i, one in enumerate(series)}
    crowded = max(len(one.values) for one in series) > MANY
    for n, one, value in numbered(series):
        drawing = _point(value, axes, order[one.name], SMALL_MARK if crowded else MARK)
        found.append(pen.group("il-event", drawing, {"event": n}))
    height = TOP + HEIGHT + 42.0
    if len(series) > 1:
        legend, height = _legend(series, height)
        found += legend
    return found, (WIDTH, height)


def _axes(series: Sequence[Series], log: str) -> Axes:
    values = [value for _, _, value in numbered(series)]
    along = [float(value.at) for value in values]
    bounds = [bound for value in values for bound in value.bounds()]
    if "y" in log:
        ticks_y = powers(min(bounds), max(bounds))
    else:
        ticks_y = _round(min(0.0, *bounds), max(bounds), TICKS_Y)
    low, high = min(along), max(along)
    round_x = powers(low, high) if "x" in log else ticks(low, high, TICKS_X)
    ticks_x = [value for value in round_x if low <= value <= high]
    left = max(width(short(value), SMALL) for value in ticks_y) + 10
    kinds = [LogScale if axis in log else Scale for axis in "xy"]
    return Axes(
        kinds[0](low, high, left + 8, WIDTH - RIGHT),
        kinds[1](ticks_y[0], ticks_y[-1], TOP + HEIGHT, TOP),
        ticks_x,
        ticks_y,
    )


def _round(low: float, high: float, most: int) -> list[float]:
    """Ticks that reach as far as the values, and no further than the next one."""
    found = ticks(low, high if high > low else low + 1, most)
    step = found[1] - found[0] if len(found) > 1 else 1.0
    before = [found[0] - step] if found[0] > low else []
    after = [found[-1] + step] if found[-1] < high else []
    return [*before, *found, *after]


def _frame(axes: Axes, unit: str, along: str) -> list[svg.Element]:
    """Hairlines and numbers; the names of the axes at their ends."""
    left, right, bottom = axes.x.left - 8, WIDTH - RIGHT + 8, TOP + HEIGHT
    found: list[svg.Element] = []
    for value in axes.ticks_y:
        y = axes.y.x(value)
        found += [
            pen.line((left, y), (right, y), "f-grid"),
            pen.text((left - 6, y + 4), short(value), "f-small f-end"),
        ]
    free = 0.0
    for value in axes.ticks_x:
        x, words = axes.x.x(value), short(value)
        half = width(words, SMALL) / 2
        found.append(pen.line((x, bottom), (x, bottom + 4), "f-axis"))
        if x - half >= free and x + half <= WIDTH:
            found.append(pen.text((x, bottom + 17), words, "f-small f-middle"))
            free = x + half + 8
    found.append(pen.line((left, bottom), (right, bottom), "f-axis"))
    if unit:
        found.append(pen.text((2, 12), unit, "f-small f-bold"))
    if along:
        found.append(pen.text((right, bottom + 34), along, "f-small f-bold f-end"))
    return found


def _point(value: Value, axes: Axes, order: int, size: float) -> list[svg.Element]:
    x, _ = point = axes.point(value)
    low, high = (axes.y.x(bound) for bound in value.bounds())
    found: list[svg.Element] = []
    if low - high > 1:
        found.append(pen.line((x, low), (x, high), "f-whisker"))
    return [*found, *_mark(point, order, size)]


def _mark(at: Point, order: int, size: float) -> list[svg.Element]:
    """A shape for each series: dot, square, diamond, ring, triangle, open square."""
    x, y = at
    shape = order % 6
    if shape in (1, 5):
        half = size * 0.9
        style = "f-mark" if shape == 1 else "f-open"
        return [pen.rect((x - half, y - half), 2 * half, 2 * half, style)]
    if shape in (2, 4):
        far = size * 1.3
        foot = [(x + far, y), (x, y + far), (x - far, y)] if shape == 2 else _foot(at, far)
        return [pen.path([(x, y - far), *foot], "f-mark", closed=True)]
    return [pen.circle(at, size, "f-open" if shape == 3 else "f-mark")]


def _foot(at: Point, far: float) -> list[Point]:
    """The two lower corners of a triangle round that point."""
    x, y = at
    return [(x + far, y + far * 0.8), (x - far, y + far * 0.8)]


def _legend(series: Sequence[Series], top: float) -> tuple[list[svg.Element], float]:
    found: list[svg.Element] = []
    for i, one in enumerate(series):
        y = top + LINE / 2
        if one.joined:
            found.append(pen.line((2, y), (2 + SWATCH + 8, y), f"f-line f-line-{i % 4}"))
        found += [
            *_mark((2 + SWATCH / 2 + 4, y), i, MARK),
            pen.text((SWATCH + 18, y + 4), one.name, "f-small"),
        ]
        top += LINE
    return found, top
