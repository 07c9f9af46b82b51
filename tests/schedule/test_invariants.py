"""What holds of every run of every policy."""

import itertools
from dataclasses import replace

import pytest

from scripts.schedule.figures import figures
from scripts.schedule.outcome import Outcome, Span
from scripts.schedule.simulation import policy, simulate
from scripts.schedule.tasks import MS, NOBODY, POLICIES, Setup, Task
from tests.schedule.sets import job_sets

SETS = job_sets(300, seed=7)


@pytest.fixture(scope="module")
def runs() -> list[tuple[Setup, Outcome]]:
    return [(setup, simulate(setup)) for setup in SETS]


def test_a_task_is_in_one_state_from_its_arrival_on(runs: list[tuple[Setup, Outcome]]) -> None:
    for setup, outcome in runs:
        for number, task in enumerate(setup.tasks):
            own = [span for span in outcome.spans if span.task == number]
            edges = [task.arrives, *(span.stop for span in own)]
            assert [span.start for span in own] == edges[:-1]
            ended = any(e.what == "ends" for e in outcome.events if e.task == number)
            assert ended or edges[-1] == setup.length or task.arrives >= setup.length


def test_a_cpu_runs_one_at_a_time(runs: list[tuple[Setup, Outcome]]) -> None:
    for setup, outcome in runs:
        for cpu in range(setup.cpus):
            own = [s for s in outcome.spans if s.cpu == cpu]
            assert all(a.stop <= b.start for a, b in itertools.pairwise(own))
        assert all((s.cpu != NOBODY) == (s.state == "runs") for s in outcome.spans)


def test_no_cpu_is_idle_while_a_task_waits(runs: list[tuple[Setup, Outcome]]) -> None:
    for setup, outcome in runs:
        for wait in outcome.spans:
            if wait.state == "ready":
                busy = sum(_common(wait, s) for s in outcome.spans if s.state == "runs")
                assert busy == setup.cpus * (wait.stop - wait.start)


def _common(one: Span, other: Span) -> int:
    return max(0, min(one.stop, other.stop) - max(one.start, other.start))


def test_the_sum_of_shares_is_what_the_cpus_gave(runs: list[tuple[Setup, Outcome]]) -> None:
    for setup, outcome in runs:
        given = sum(one.ran for one in figures(setup, outcome))
        assert given <= setup.cpus * setup.length
        if sum(task.is_hog and not task.arrives for task in setup.tasks) >= setup.cpus:
            assert given == setup.cpus * setup.length


@pytest.mark.parametrize("name", POLICIES)
def test_every_task_with_an_end_comes_to_it(name: str) -> None:
    for setup in SETS[:60]:
        tasks = [
            replace(task, burst=task.burst or 5 * MS, rounds=task.rounds or 2)
            for task in setup.tasks
        ]
        whole = replace(setup, policy=name, tasks=tuple(tasks), length=5000 * MS)
        for task, one in zip(tasks, figures(whole, simulate(whole)), strict=True):
            assert one.ran == task.burst * (task.rounds if task.sleep else 1)
            assert one.turnaround == one.ran + one.waited + _slept(task)


def _slept(task: Task) -> int:
    return task.sleep * (task.rounds - 1) if task.sleep else 0


def test_events_are_in_the_order_of_time(runs: list[tuple[Setup, Outcome]]) -> None:
    for _, outcome in runs:
        assert [e.at for e in outcome.events] == sorted(e.at for e in outcome.events)
        chosen = [e for e in outcome.events if e.what == "runs"]
        assert all(e.seen for e in chosen)


def test_a_policy_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="lottery"):
        policy(Setup((Task(),), "lottery"))
