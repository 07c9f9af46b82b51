"""The figures of a run: what each task had to wait for, and what it got."""

from dataclasses import dataclass, replace
from functools import cache

from scripts.schedule.outcome import Outcome
from scripts.schedule.simulation import simulate
from scripts.schedule.tasks import MS, NOBODY, Setup

# For shares of tasks that never end: so long that a single turn makes no difference.
LONG = 10_000 * MS


@dataclass(frozen=True)
class Figures:
    """Of one task, in nanoseconds; NOBODY stands for "not within the time that was watched".

    ran: on a CPU; waited: ready without one; longest: the longest such wait; response: from its
    arrival until it ran first; turnaround: from its arrival to its end.
    """

    ran: int
    waited: int
    longest: int
    response: int
    turnaround: int


def figures(setup: Setup, outcome: Outcome) -> list[Figures]:
    """Of all tasks."""
    return [_of(setup, outcome, task) for task in range(len(setup.tasks))]


def _of(setup: Setup, outcome: Outcome, task: int) -> Figures:
    own = [span for span in outcome.spans if span.task == task]
    runs = [span for span in own if span.state == "runs"]
    waits = [span.stop - span.start for span in own if span.state == "ready"]
    end = next((e.at for e in outcome.events if e.task == task and e.what == "ends"), NOBODY)
    arrives = setup.tasks[task].arrives
    return Figures(
        ran=sum(span.stop - span.start for span in runs),
        waited=sum(waits),
        longest=max(waits, default=0),
        response=runs[0].start - arrives if runs else NOBODY,
        turnaround=end - arrives if end != NOBODY else NOBODY,
    )


@cache
def run(setup: Setup) -> Outcome:
    """The same as simulate, kept: pages ask for the same ones again."""
    return simulate(setup)


@cache
def long_shares(setup: Setup) -> tuple[float, ...]:
    """Each task's share of a CPU over a long time, in per cent."""
    long = replace(setup, length=LONG)
    return tuple(100 * one.ran / LONG for one in figures(long, simulate(long)))
