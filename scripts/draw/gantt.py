"""The Gantt chart of a simulated run: a row for each task, and for each CPU where there are two.

docs/assets/scheduler/chart.js draws the same while the reader turns at it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import svg

from scripts.draw import pen
from scripts.draw.axis import axis
from scripts.draw.figure import Drawing, Figure, Row, Table, Words, figure
from scripts.draw.heads import chip
from scripts.draw.key import key
from scripts.draw.lanes import CHIP
from scripts.draw.plot import WIDTH
from scripts.draw.scale import Scale, plain
from scripts.draw.table import count

HIGH, LOW, BETWEEN, TICKS = 12, 8, 30, 8
LEFT, LEFT_OF_CPUS = 36, 56
LOOKS = {"runs": "filled", "ready": "outlined", "sleeps": "dotted"}
HEADS = ("No.", "Task", "State", "From", "To", "For")


@dataclass(frozen=True)
class Bar:
    """What one task did from when to when, in milliseconds. state: a key of LOOKS."""

    task: str
    state: str
    cpu: int
    start: float
    stop: float


def gantt(id: str, words: Words, bars: Sequence[Bar], tasks: Sequence[str], length: float,
          cpus: int) -> Figure:  # fmt: skip
    """The chart of bars in the order of time. tasks: the rows, from above; length: milliseconds."""
    above = [f"CPU {n + 1}" for n in range(cpus)] if cpus > 1 else []
    tops = {name: 2 + CHIP / 2 + i * BETWEEN for i, name in enumerate([*above, *tasks])}
    scale = Scale(0, length, LEFT_OF_CPUS if above else LEFT, WIDTH - 2)
    drawing = _drawn(bars, tops, scale)
    return figure("timeline", id, drawing, words, _table(bars, cpus))


def _drawn(bars: Sequence[Bar], tops: dict[str, float], scale: Scale) -> Drawing:
    bottom = 2 + len(tops) * BETWEEN
    found: list[svg.Element] = [*axis(scale, bottom, TICKS)]
    for name, y in tops.items():
        head = (
            pen.text((1, y + 4.3), name, "f-small")
            if len(name) > 1
            else chip(name, CHIP / 2 + 1, y)
        )
        found += [head, pen.line((scale.left, y), (scale.right, y), "f-guide")]
    for n, bar in enumerate(bars):
        boxes = [_box(bar, tops[bar.task], scale)]
        cpu = tops.get(f"CPU {bar.cpu + 1}")
        if bar.state == "runs" and cpu is not None:
            boxes.append(_box(bar, cpu, scale))
        found.append(pen.group("il-event", boxes, {"event": n, "strand": bar.task}))
    looks = [(look, state) for state, look in LOOKS.items() if any(b.state == state for b in bars)]
    legend, height = key(looks, 2, bottom + 30, WIDTH - 4, "")
    return [*found, *legend], (WIDTH, height + 2)


def _box(bar: Bar, y: float, scale: Scale) -> svg.Element:
    left, right = scale.x(bar.start), scale.x(bar.stop)
    if bar.state == "sleeps":
        return pen.line((left, y), (right, y), "f-dotted")
    high = HIGH if bar.state == "runs" else LOW
    return pen.rect((left, y - high / 2), max(right - left, 1), high, f"f-{LOOKS[bar.state]}")


def _table(bars: Sequence[Bar], cpus: int) -> Table:
    rows = tuple(
        Row(n, (str(n), bar.task, _state(bar, cpus), *map(_ms, (bar.start, bar.stop, bar.stop - bar.start))))
        for n, bar in enumerate(bars)
    )  # fmt: skip
    return Table(HEADS, rows, f"The same {count(len(rows), 'span')} as a table")


def _state(bar: Bar, cpus: int) -> str:
    return f"{bar.state} on CPU {bar.cpu + 1}" if cpus > 1 and bar.state == "runs" else bar.state


def _ms(value: float) -> str:
    return f"{plain(round(value, 2))} ms"
