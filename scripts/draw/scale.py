"""Scales: round numbers along an axis, with their unit."""

import math
from dataclasses import dataclass

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
UNITS = ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs"))


@dataclass(frozen=True)
class Scale:
    """From values to pixels, in a straight line."""

    low: float
    high: float
    left: float
    right: float

    def x(self, value: float) -> float:
        """Where a value stands; nothing stands beyond the ends."""
        inside = min(max(value, self.low), self.high)
        span = (self.high - self.low) or 1
        return self.left + (inside - self.low) / span * (self.right - self.left)


@dataclass(frozen=True)
class LogScale(Scale):
    """From values to pixels, the same distance for the same factor."""

    def x(self, value: float) -> float:
        """Where a value stands; all are above zero."""
        inside = min(max(value, self.low), self.high)
        factor = math.log(self.high / self.low) or 1
        return self.left + math.log(inside / self.low) / factor * (self.right - self.left)


def powers(low: float, high: float) -> list[float]:
    """Powers of ten from at most low to at least high, two of them at least."""
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    step = max(1, math.ceil((last - first) / 6))
    return [10.0**i for i in range(first, max(last, first + 1) + step, step) if i < last + step]


def ticks(low: float, high: float, most: int) -> list[float]:
    """Multiples of 1, 2 or 5 times a power of ten, from low to high; at most so many."""
    span = high - low
    if span <= 0:
        return [low]
    power = 10.0 ** math.floor(math.log10(span / most))
    step = next(power * f for f in (1, 2, 5, 10, 20) if span / (power * f) <= most)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [round(i * step, 12) for i in range(first, last + 1)]


def unit_for(span: float) -> tuple[float, str]:
    """The largest unit of which a span has two: its seconds and its name."""
    return next((unit for unit in UNITS if span >= 2 * unit[0]), UNITS[-1])


def plain(value: float) -> str:
    """A number as axes and bars show it: "1,500", "0.25"."""
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.6f}".rstrip("0").rstrip(".") if abs(value) < 1000 else f"{value:,.0f}"


def short(value: float) -> str:
    """A number for an axis; a large power of ten is written as one: "10⁶"."""
    power = round(math.log10(value)) if value > 0 else 0
    if power >= 5 and math.isclose(value, 10.0**power):
        return "10" + str(power).translate(RAISED)
    return plain(value)
