"""Charts of facts: bars for things side by side, lines for what changes along an axis."""

from collections.abc import Sequence
from typing import Literal

from scripts.draw import bars, lines
from scripts.draw.figure import Figure, figure_id, picture
from scripts.draw.series import Series, numbered, place, table, told
from scripts.draw.table import count

Kind = Literal["bars", "lines"]


class NoNumbers(ValueError):
    """There is nothing to draw."""


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
    """The chart of some series. name: makes its id; unit: of all values; along: what the labels,
    or the numbers below, are; log: "x", "y" or "xy", for lines. Raises NoNumbers."""
    if not numbered(series):
        raise NoNumbers(f"{title}: there are no numbers to draw")
    id = figure_id(name, "chart")
    if kind == "bars":
        drawing, size = bars.drawn(id, series, unit)
    else:
        drawing, size = lines.drawn(series, unit, along, log)
    heads, rows = table(series, unit, along)
    desc = _told(series, unit, kind)
    return Figure(
        view="chart",
        id=id,
        svg=picture(id, size, (title, desc), drawing),
        width=size[0],
        title=title,
        caption=title,
        desc=desc,
        heads=heads,
        rows=rows,
        told=f"The same {count(len(rows), 'number')} as a table",
    )


def _told(series: Sequence[Series], unit: str, kind: Kind) -> str:
    """The description: what is drawn, and the numbers where they are few."""
    values = numbered(series)
    shape = "Horizontal bars from zero" if kind == "bars" else "Lines with a mark for each number"
    if len(values) > 24:
        return f"{shape}: {count(len(values), 'number')} of {count(len(series), 'series')}."
    each = [
        f"{one.name + ', ' if len(series) > 1 else ''}{place(value.at)}: {told(value.value, unit)}"
        for _, one, value in values
    ]
    return f"{shape}. {'; '.join(each)}."
