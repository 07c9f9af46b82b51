"""Charts of facts: bars for things side by side, lines for what changes along an axis."""

from collections.abc import Sequence
from typing import Literal

from scripts.draw import bars, lines
from scripts.draw.figure import Figure, NotDrawable, Table, Words, figure, figure_id
from scripts.draw.series import Series, numbered, place, table, told
from scripts.draw.table import count

Kind = Literal["bars", "lines"]


def chart(
    name: str,
    title: str,
    series: Sequence[Series],
    *,
    unit: str = "",
    along: str = "",
    kind: Kind = "bars",
    log: str = "",
) -> Figure:
    """The chart of some series.

    name: makes its id; unit: of all values; along: what the labels, or the numbers below, are;
    log: "x", "y" or "xy", for lines. Raises NotDrawable.
    """
    _check(title, series, kind, log)
    id = figure_id(name, "chart")
    drawing = (
        bars.drawn(id, series, unit) if kind == "bars" else lines.drawn(series, unit, along, log)
    )
    heads, rows = table(series, unit, along)
    words = Words(title, title, _told(series, unit, kind))
    opens = f"The same {count(len(rows), 'number')} as a table"
    return figure("chart", id, drawing, words, Table(heads, rows, opens))


def _check(title: str, series: Sequence[Series], kind: Kind, log: str) -> None:
    values = [value for _, _, value in numbered(series)]
    if not values:
        raise NotDrawable(f"{title}: there are no numbers to draw")
    if kind == "bars":
        return
    words = [value.at for value in values if isinstance(value.at, str)]
    if words:
        raise NotDrawable(f"{title}: {words[0]!r} has no place on an axis of numbers")
    numbers = {"x": [float(v.at) for v in values], "y": [v.bounds()[0] for v in values]}
    if any(number <= 0 for axis in log for number in numbers[axis]):
        raise NotDrawable(f"{title}: what is not above 0 has no place on a logarithmic axis")


def _told(series: Sequence[Series], unit: str, kind: Kind) -> str:
    """The description: what is drawn, and the numbers where they are few."""
    values = numbered(series)
    shape = "Horizontal bars from zero" if kind == "bars" else "Lines with a mark for each number"
    if len(values) > 24:
        return f"{shape}: {count(len(values), 'number')} of {len(series)} series."
    each = [
        f"{one.name + ', ' if len(series) > 1 else ''}{place(value.at)}: {told(value.value, unit)}"
        for _, one, value in values
    ]
    return f"{shape}. {'; '.join(each)}."
