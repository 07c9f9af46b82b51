"""Goals of the lab: what a reader tries to bring about, and when it is reached.

A goal's conditions are half sentences that docs/assets/scheduler/goals.js reads as well:
"kept", "policy mlfq", "cpus = 1", "all nice = 0", "longest A <= 3", "share A / share B < 10".
Times are in milliseconds, shares in per cent of a CPU over a long time.
"""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from scripts.schedule.address import write
from scripts.schedule.figures import figures, long_shares, run
from scripts.schedule.tasks import MS, NOBODY, Setup

OF_TASKS = ("nice", "terminal", "burst")
OF_FIGURES = ("ran", "waited", "longest", "response", "turnaround")
OF_SETUPS = ("cpus", "autogroup")
COMPARED: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    ">": operator.gt,
}
CONDITION = re.compile(
    r"(?P<all>all )?(?P<what>[a-z]+)(?: (?P<task>[A-H]))?(?: / (?P<by>[a-z]+) (?P<other>[A-H]))?"
    r" (?P<sign>[<>!]?=|[<>]) (?P<number>[\d.]+)"
)


@dataclass(frozen=True)
class Goal:
    """say: to the reader; start: where it begins; when: all of this; way: one set-up that does it."""

    name: str
    title: str
    say: str
    start: Setup
    when: tuple[str, ...]
    way: Setup

    @property
    def version(self) -> str:
        """Changes with what is asked, not with how it is said."""
        asked = "|".join([write(self.start), *self.when])
        return sha256(asked.encode()).hexdigest()[:12]


def reached(goal: Goal, setup: Setup) -> bool:
    """Whether a set-up does what a goal asks for."""
    return all(_holds(condition, goal, setup) for condition in goal.when)


def _holds(condition: str, goal: Goal, setup: Setup) -> bool:
    if condition == "kept":
        return setup.tasks == goal.start.tasks
    if condition.startswith("policy "):
        return setup.policy == condition.removeprefix("policy ")
    asked = CONDITION.fullmatch(condition)
    assert asked, condition
    many = len(setup.tasks)
    tasks = range(many) if asked["all"] else [_number(asked["task"] or "A")]
    compare = COMPARED[asked["sign"]]
    found = []
    for task in tasks:
        other = _number(asked["other"]) if asked["by"] else 0
        if max(task, other) >= many:
            return False
        value = _value(asked["what"], task, setup)
        by = _value(asked["by"], other, setup) if asked["by"] else 1
        known = value is not None and bool(by)
        found.append(known and compare((value or 0) / (by or 1), float(asked["number"])))
    return all(found)


def _number(name: str) -> int:
    return ord(name) - ord("A")


def _value(what: str, task: int, setup: Setup) -> float | None:
    """A number of a task or of the machine; None where there is none yet."""
    if what == "count":
        return len(setup.tasks)
    if what == "length":
        return setup.length / MS
    if what in OF_SETUPS:
        return float(getattr(setup, what))
    if what in OF_TASKS:
        return float(getattr(setup.tasks[task], what))
    if what == "share":
        return long_shares(setup)[task]
    value: int = getattr(figures(setup, run(setup))[task], what)
    return None if value == NOBODY else value / MS
