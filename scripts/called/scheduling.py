"""Macros of the scheduler lab: the lab itself, its fallback, and what the reference model says."""

import json
from dataclasses import dataclass, replace
from typing import Any

from scripts.called.figures import listed
from scripts.called.place import Place
from scripts.called.runs import Runs, fact_link
from scripts.card import one_line, where
from scripts.claim import ClaimError, judge, parse
from scripts.kept import kept
from scripts.problem import Problem
from scripts.schedule.address import write
from scripts.schedule.scenarios import GOALS, SCENARIOS, Scenario
from scripts.schedule.tasks import POLICIES, Setup
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
    """Answers from the reference model, and from what chapter 7 has measured.

    The model runs, and draws, once while neither a set-up nor our code changes.
    """

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
        own = self._measured(), caption, self._where()

        def made() -> str:
            from scripts.called.model import drawn_shares

            return drawn_shares(*own)

        return kept("shares", own, made)

    def simulated(self, name: str, what: str, policy: str = "") -> str:
        """A number that the reference model gives for a scenario, such as turnaround_B."""
        setup = _setup(name, policy)
        values = _values(setup)
        if what not in values:
            raise _wrong(name, f"one of {', '.join(values)}", repr(what))
        origin = f"{what} of “{_named(name).title}” in the lab's model, {NAMES[setup.policy]}"
        url = f"{self.place.up()}{PAGE}#recorded-{name}"
        return fact_link(url, origin, values[what][1])

    def simulated_key(self, name: str, expression: str, policy: str = "") -> str:
        """A quiz's key out of the reference model: x where a scenario is so."""
        try:
            claim = parse(expression)
        except ClaimError as error:
            raise _wrong(name, "an expression over its figures", str(error)) from None
        values = {what: value for what, (value, _) in _values(_setup(name, policy)).items()}
        verdict = judge(claim, [values])
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
    """A scenario under its policies, as figures and tables."""

    def made() -> str:
        from scripts.called.model import ran

        return json.dumps([ran(scenario, policy, NAMES[policy]) for policy in _policies(scenario)])

    found: list[dict[str, Any]] = json.loads(kept("scenario", (scenario, NAMES), made))
    return found


def _policies(scenario: Scenario) -> list[str]:
    return [policy for policy in (scenario.setup.policy, scenario.against) if policy]


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


def _values(setup: Setup) -> dict[str, tuple[float, str]]:
    """By name, the figures of a set-up, each as a number and in words."""

    def made() -> str:
        from scripts.called.model import values

        return json.dumps(values(setup))

    found: dict[str, tuple[float, str]] = json.loads(kept("values", setup, made))
    return found


def _wrong(name: str, expected: str, seen: str) -> Problem:
    place = "scripts/schedule/scenarios.py"
    return Problem(
        f"{place} ({name})", expected=expected, seen=seen, command=f"grep -n '\"' {place}"
    )
