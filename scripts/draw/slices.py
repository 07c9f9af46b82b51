"""Slices: when each thread ran, to scale, as the program itself measured and printed it.

A line `slice A 12.3 17.4 ms` says from when to when a thread ran.
"""

import re
import statistics
from dataclasses import dataclass

import svg

from scripts.draw import pen
from scripts.draw.axis import axis
from scripts.draw.figure import Figure, NotDrawable, Row, Table, Words, figure, figure_id
from scripts.draw.heads import chip
from scripts.draw.key import key
from scripts.draw.lanes import CHIP, chip_width
from scripts.draw.plot import WIDTH
from scripts.draw.scale import Scale, plain
from scripts.draw.table import count

LINE = re.compile(r"^slice (?P<row>\w+) +(?P<start>[\d.]+) +(?P<stop>[\d.]+) ms\s*$", re.MULTILINE)
HEADS = ("", "Ran", "From", "To", "For")
HIGH, BETWEEN, TICKS = 12, 34, 7


@dataclass(frozen=True)
class Slice:
    """One thread's time on a CPU, or with the GIL; start and stop in milliseconds."""

    row: str
    start: float
    stop: float


def slices(output: str, program: str, label: str = "") -> Figure:
    """The timeline in a program's output. Raises NotDrawable when it printed none."""
    found = [Slice(m["row"], float(m["start"]), float(m["stop"])) for m in LINE.finditer(output)]
    if not found or any(one.stop < one.start for one in found):
        raise NotDrawable(f"the output of {program} has no lines such as slice A 12.3 17.4 ms")
    rows = sorted({one.row for one in found})
    left = max(map(chip_width, rows)) + 14
    low, high = min(one.start for one in found), max(one.stop for one in found)
    scale = Scale(low, high, left, WIDTH - 2)
    tops = {row: 2 + CHIP / 2 + i * BETWEEN for i, row in enumerate(rows)}
    bottom = 2 + len(rows) * BETWEEN
    drawing = [*axis(scale, bottom, TICKS), *(_track(row, y, scale) for row, y in tops.items())]
    drawing += [_block(n, one, tops[one.row], scale) for n, one in enumerate(found)]
    legend, height = key([("filled", "runs")], 2, bottom + 34, WIDTH - 4, "")
    words = Words(
        f"{program}: who ran when",
        "Each row is a thread; time runs to the right, to scale.",
        _told(found, rows),
    )
    return figure(
        "timeline",
        figure_id(program, "timeline", label),
        ([*drawing, *legend], (WIDTH, height + 2)),
        words,
        _table(found),
    )


def _track(row: str, y: float, scale: Scale) -> svg.G:
    """The chip, and a hairline where the thread does not run."""
    return pen.group(
        "", [chip(row, CHIP / 2 + 1, y), pen.line((scale.left, y), (scale.right, y), "f-guide")]
    )


def _block(n: int, one: Slice, y: float, scale: Scale) -> svg.G:
    left, right = scale.x(one.start), scale.x(one.stop)
    box = pen.rect((left, y - HIGH / 2), max(right - left, 1), HIGH, "f-filled")
    return pen.group("il-event", [box], {"event": n, "strand": one.row})


def _table(found: list[Slice]) -> Table:
    rows = tuple(
        Row(n, (str(n), one.row, _ms(one.start), _ms(one.stop), _ms(one.stop - one.start)))
        for n, one in enumerate(found)
    )
    return Table(HEADS, rows, f"The same {count(len(rows), 'slice')} as a table")


def _told(found: list[Slice], rows: list[str]) -> str:
    parts = []
    for row in rows:
        lengths = [one.stop - one.start for one in found if one.row == row]
        middle = _ms(statistics.median(lengths))
        parts.append(f"{row} ran {count(len(lengths), 'time')}, median {middle}")
    return f"{'; '.join(parts)}."


def _ms(value: float) -> str:
    return f"{plain(round(value, 2))} ms"
