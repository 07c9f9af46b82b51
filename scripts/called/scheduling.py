"""Macros of the scheduler lab: the lab itself, its fallback, and what the reference model says."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from scripts import draw
from scripts.called.figures import listed
from scripts.called.place import Place
from scripts.called.runs import Runs, fact_link
from scripts.card import one_line, where
from scripts.claim import ClaimError, judge, parse
from scripts.draw.figure import figure_id
from scripts.draw.scale import plain
from scripts.kept import kept
from scripts.problem import Problem
from scripts.schedule.address import milliseconds, write
from scripts.schedule.figures import Figures, figures, long_shares, run
from scripts.schedule.scenarios import GOALS, SCENARIOS, Scenario
from scripts.schedule.tasks import MS, NOBODY, POLICIES, Setup, Task, letter
from scripts.schedule.weights import shares
from scripts.template import templates

PAGE = "lab/scheduler/"
# Where the measured shares come from: chapter 7's sweep, and what it calls them.
MEASURED, ALONG, SHARE = "nice/share_sweep", "nice", "measured"
NAMES = {
    "fifo": "First come, first served",
    "sjf": "Shortest job first",
    "rr": "Round robin",
    "mlfq": "MLFQ",
    "cfs": "Fair share, like CFS",
    "eevdf": "EEVDF",
}
COLUMNS = ("Task", "Waited", "Longest wait", "Response", "Turnaround", "Share", "By weight")


@dataclass(frozen=True)
class Scheduling:
    """Answers from the reference model, and from what chapter 7 has measured."""

    place: Place
    runs: Runs

    def scheduler_lab(self) -> str:
        """The lab as HTML on one line; without a script, its scenarios as figures and tables."""
        html = templates.get_template("scheduler.html").render(
            up=self.place.up(),
            scenarios=[(one, write(one.setup, one.against), _shown(one)) for one in SCENARIOS],
            first=SCENARIOS[0],
            goals=[(one, write(one.start)) for one in GOALS],
            policies=NAMES,
            columns=COLUMNS,
            measured=json.dumps({f"{at:g}": share for at, share in self._measured()}),
        )
        return one_line(html)

    def scheduler_shares(self, caption: str) -> str:
        """The shares of two hogs, one of them nice: the formula, and the points that were measured."""
        steps = range(20)
        formula = [100 * shares(Setup((Task(), Task(nice=nice))))[1] for nice in steps]
        lines = [draw.Series("by weight", tuple(map(draw.Value, steps, formula)))]
        measured = tuple(draw.Value(*pair) for pair in self._measured())
        if measured:
            lines.append(draw.Series("measured", measured, joined=False))
        title = "The share of a hog beside another one at nice 0"
        figure = draw.chart(
            "lab/shares", title, lines, unit="%", along="its nice value", kind="lines"
        )
        return draw.html(replace(figure, caption=caption, where=self._where()))

    def simulated(self, name: str, what: str, policy: str = "") -> str:
        """A number that the reference model gives for a scenario, such as turnaround_B."""
        setup = _setup(name, policy)
        values = _values(setup)
        if what not in values:
            raise _wrong(name, f"one of {', '.join(values)}", repr(what))
        origin = f"{what} of “{_named(name).title}” in the lab's model, {NAMES[setup.policy]}"
        url = f"{self.place.up()}{PAGE}#recorded-{name}"
        return fact_link(url, origin, plain(round(values[what], 2)))

    def simulated_key(self, name: str, expression: str, policy: str = "") -> str:
        """A quiz's key out of the reference model: x where a scenario is so."""
        try:
            claim = parse(expression)
        except ClaimError as error:
            raise _wrong(name, "an expression over its figures", str(error)) from None
        verdict = judge(claim, [_values(_setup(name, policy))])
        if verdict.error:
            raise _wrong(name, "an expression over its figures", verdict.error)
        return "x" if verdict.ok else " "

    def _measured(self) -> list[tuple[float, float]]:
        """Nice values and the shares that were measured; none where there is no such chapter."""
        if not (self.place.book.snippets / MEASURED).parent.is_dir():
            return []
        recording = self.runs.one(MEASURED, None)
        return list(zip(listed(recording, ALONG), listed(recording, SHARE), strict=True))

    def _where(self) -> str:
        if not self._measured():
            return ""
        recording = self.runs.one(MEASURED, None)
        return f"Measured: {MEASURED}, {where(recording)}."


def _shown(scenario: Scenario) -> list[dict[str, Any]]:
    """What _ran gives, simulated and drawn once while neither it nor our code changes."""
    text = kept("scenario", scenario, lambda: json.dumps(list(_ran(scenario))))
    found: list[dict[str, Any]] = json.loads(text)
    return found


def _ran(scenario: Scenario) -> Iterator[dict[str, Any]]:
    """A scenario under its policy, and under the second one, as figure and table."""
    for policy in filter(None, (scenario.setup.policy, scenario.against)):
        setup = replace(scenario.setup, policy=policy)
        words = draw.Words(
            f"{scenario.title}, {NAMES[policy]}",
            f"{NAMES[policy]}: who ran when.",
            _told(setup),
        )
        bars = [
            draw.Bar(letter(s.task), s.state, s.cpu, s.start / MS, s.stop / MS)
            for s in run(setup).spans
        ]
        id = figure_id("lab", scenario.name, policy)
        names = [letter(i) for i in range(len(setup.tasks))]
        chart = draw.gantt(id, words, bars, names, setup.length / MS, setup.cpus)
        yield {"policy": NAMES[policy], "chart": draw.html(chart), "rows": _rows(setup)}


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


def _setup(name: str, policy: str) -> Setup:
    if policy not in ("", *POLICIES):
        raise _wrong(name, f"policy= one of {', '.join(POLICIES)}", repr(policy))
    setup = _named(name).setup
    return replace(setup, policy=policy) if policy else setup


def _named(name: str) -> Scenario:
    for one in SCENARIOS:
        if one.name == name:
            return one
    raise _wrong(name, f"one of {', '.join(one.name for one in SCENARIOS)}", repr(name))


def _values(setup: Setup) -> dict[str, float]:
    """By name, the figures of a set-up, simulated once while neither it nor our code changes."""
    text = kept("values", setup, lambda: json.dumps(_simulated(setup)))
    found: dict[str, float] = json.loads(text)
    return found


def _simulated(setup: Setup) -> dict[str, float]:
    """Milliseconds, and shares in per cent."""
    found: dict[str, float] = {}
    for i, one in enumerate(figures(setup, run(setup))):
        found |= {f"{what}_{letter(i)}": value for what, value in _known(one).items()}
        if setup.tasks[i].is_endless:
            found[f"share_{letter(i)}"] = long_shares(setup)[i]
    return found


def _known(one: Figures) -> dict[str, float]:
    return {what: time / MS for what, time in vars(one).items() if time != NOBODY}


def _wrong(name: str, expected: str, seen: str) -> Problem:
    place = "scripts/schedule/scenarios.py"
    return Problem(
        f"{place} ({name})", expected=expected, seen=seen, command=f"grep -n '\"' {place}"
    )
