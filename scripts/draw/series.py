"""Series: named numbers for a chart, and how they are told in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from scripts.draw.figure import Row
from scripts.draw.scale import plain


@dataclass(frozen=True)
class Value:
    """One bar, or one point. at: its label, or its place along the axis; low and high: the least
    and the most of all runs, where they differ."""

    at: str | float
    value: float
    low: float | None = None
    high: float | None = None

    def bounds(self) -> tuple[float, float]:
        """From the least to the most."""
        return (
            self.value if self.low is None else self.low,
            self.value if self.high is None else self.high,
        )


@dataclass(frozen=True)
class Series:
    """Values that belong together, and what they are called. joined: by a line, where lines are
    drawn; points that were measured here and there stand alone."""

    name: str
    values: tuple[Value, ...]
    joined: bool = True


def numbered(series: Sequence[Series]) -> list[tuple[int, Series, Value]]:
    """Every value with its number on the chart."""
    pairs = [(one, value) for one in series for value in one.values]
    return [(n, one, value) for n, (one, value) in enumerate(pairs)]


def place(at: str | float) -> str:
    """A label, or a number along the axis."""
    return at if isinstance(at, str) else plain(at)


def told(value: float, unit: str) -> str:
    """A number with its unit."""
    return f"{plain(value)} {unit}".strip()


def table(
    series: Sequence[Series], unit: str, along: str
) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Heads and rows; columns that would be empty are left out."""
    several = len(series) > 1
    ranged = any(value.bounds() != (value.value, value.value) for s in series for value in s.values)
    heads = [along, *(["Of"] if several else []), "Value", *(["All runs"] if ranged else [])]
    rows = []
    for n, one, value in numbered(series):
        low, high = value.bounds()
        cells = [place(value.at), *([one.name] if several else []), told(value.value, unit)]
        spread = "" if low == high else f"{plain(low)} to {told(high, unit)}"
        rows.append(Row(n, tuple([*cells, *([spread] if ranged else [])])))
    return tuple(heads), tuple(rows)
