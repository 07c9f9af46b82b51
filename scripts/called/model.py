"""What the reference model of the scheduler lab does: figures, tables and numbers for pages."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from scripts import draw
from scripts.draw.figure import figure_id
from scripts.draw.scale import plain
from scripts.schedule.address import milliseconds
from scripts.schedule.figures import Figures, figures, long_shares, run
from scripts.schedule.scenarios import Scenario
from scripts.schedule.tasks import MS, NOBODY, Setup, Task, letter
from scripts.schedule.weights import shares


def drawn_shares(points: Sequence[tuple[float, float]], caption: str, where: str) -> str:
    """The shares of two hogs, one of them nice: by the formula, and as they were measured."""
    steps = range(20)
    formula = [100 * shares(Setup((Task(), Task(nice=nice))))[1] for nice in steps]
    lines = [draw.Series("by weight", tuple(map(draw.Value, steps, formula)))]
    measured = tuple(draw.Value(*pair) for pair in points)
    if measured:
        lines.append(draw.Series("measured", measured, joined=False))
    title = "The share of a hog beside another one at nice 0"
    figure = draw.chart("lab/shares", title, lines, unit="%", along="its nice value", kind="lines")
    return draw.html(replace(figure, caption=caption, where=where))


def ran(scenario: Scenario, policy: str, name: str) -> dict[str, Any]:
    """A scenario under a policy, as figure and table. name: what the policy is called."""
    setup = replace(scenario.setup, policy=policy)
    words = draw.Words(
        f"{scenario.title}, {name}",
        f"{name}: who ran when.",
        _told(setup),
    )
    bars = [
        draw.Bar(letter(s.task), s.state, s.cpu, s.start / MS, s.stop / MS)
        for s in run(setup).spans
    ]
    id = figure_id("lab", scenario.name, policy)
    names = [letter(i) for i in range(len(setup.tasks))]
    chart = draw.gantt(id, words, bars, names, setup.length / MS, setup.cpus)
    return {"policy": name, "chart": draw.html(chart), "rows": _rows(setup)}


def _told(setup: Setup) -> str:
    """The description of a chart."""
    parts = [
        f"{letter(i)} ran for {milliseconds(one.ran)} ms and waited for {milliseconds(one.waited)} ms"
        for i, one in enumerate(figures(setup, run(setup)))
    ]
    return f"{milliseconds(setup.length)} ms. {'; '.join(parts)}."


def _rows(setup: Setup) -> list[tuple[str, ...]]:
    """The table of figures, under COLUMNS."""
    by_weight = _by_weight(setup)
    own = figures(setup, run(setup))
    return [
        (
            letter(i),
            _ms(one.waited),
            _ms(one.longest),
            _ms(one.response),
            _ms(one.turnaround),
            f"{long_shares(setup)[i]:.2f} %" if setup.tasks[i].is_endless else "–",
            f"{100 * by_weight[i]:.2f} %" if by_weight else "–",
        )
        for i, one in enumerate(own)
    ]


def _by_weight(setup: Setup) -> list[float]:
    """What the formula says, where it says something: of hogs on one CPU, shared fairly."""
    hogs = all(task.is_hog for task in setup.tasks)
    fair = setup.policy in ("cfs", "eevdf") and setup.cpus == 1
    return shares(setup) if hogs and fair else []


def _ms(time: int) -> str:
    return "–" if time == NOBODY else f"{plain(round(time / MS, 2))} ms"


def values(setup: Setup) -> dict[str, tuple[float, str]]:
    """By name, the figures of a set-up, in words as well: milliseconds, and shares in per cent."""
    found: dict[str, float] = {}
    for i, one in enumerate(figures(setup, run(setup))):
        found |= {f"{what}_{letter(i)}": value for what, value in _known(one).items()}
        if setup.tasks[i].is_endless:
            found[f"share_{letter(i)}"] = long_shares(setup)[i]
    return {what: (value, plain(round(value, 2))) for what, value in found.items()}


def _known(one: Figures) -> dict[str, float]:
    return {what: time / MS for what, time in vars(one).items() if time != NOBODY}
