"""Fair shares: the kernel's formula, the pattern of turns, groups, and who goes first on waking."""

import itertools
from dataclasses import replace
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.schedule.figures import figures, long_shares
from scripts.schedule.simulation import simulate
from scripts.schedule.tasks import MS, Setup, Task
from scripts.schedule.weights import TABLE, shares, weight

HOG = Task()
POINT = 0.1  # of a per cent
hogs = st.builds(
    Task,
    nice=st.integers(-20, 19),
    idle=st.sampled_from([False, False, False, True]),
    terminal=st.integers(1, 3),
)


@settings(max_examples=20, deadline=None, derandomize=True)
@given(
    tasks=st.lists(hogs, min_size=2, max_size=4),
    autogroup=st.booleans(),
    policy=st.sampled_from(["cfs", "eevdf"]),
)
def test_shares_are_the_weight_formulas(tasks: list[Task], autogroup: bool, policy: str) -> None:
    setup = Setup(tuple(tasks), policy, slice=700_000, autogroup=autogroup)
    for share, formula in zip(long_shares(setup), shares(setup), strict=True):
        assert abs(share - 100 * formula) < POINT


@pytest.mark.parametrize("nice", [1, 5, 10, 15, 19])
def test_the_shares_that_chapter_7_measures(nice: int) -> None:
    setup = Setup((HOG, Task(nice=nice)))
    assert abs(long_shares(setup)[1] - 100 * shares(setup)[1]) < POINT


def test_the_table_is_the_kernels() -> None:
    assert len(TABLE) == 40
    assert [weight(Task(nice=n)) for n in (-20, 0, 10, 19)] == [88761, 1024, 110, 15]
    assert weight(Task(nice=-20, idle=True)) == 3
    assert all(1.15 < one / other < 1.36 for one, other in itertools.pairwise(TABLE))


def turns(setup: Setup, task: int) -> list[float]:
    """How long it ran at a time, without the last one, which the end cuts short."""
    spans = [s for s in simulate(setup).spans if s.task == task and s.state == "runs"]
    return [(span.stop - span.start) / MS for span in spans][:-1]


def test_turns_of_nice_0_and_10_are_as_measured() -> None:
    """36 ms and 4 ms, on a machine with 250 ticks a second."""
    setup = Setup((HOG, Task(nice=10)), length=2000 * MS)
    assert median(turns(setup, 0)) == 36
    assert set(turns(setup, 1)) == {4}


def test_a_turn_ends_at_a_tick() -> None:
    assert set(turns(Setup((HOG, HOG)), 0)) == {4}
    assert set(turns(Setup((HOG, HOG), tick=MS), 0)) <= {2, 3}  # the first one has half a slice


def test_autogroup_lets_terminals_share() -> None:
    setup = Setup((HOG, Task(nice=19, terminal=2)), autogroup=True)
    assert long_shares(setup) == (50, 50)
    assert long_shares(replace(setup, autogroup=False))[1] < 1.6


def waited(burst: float) -> float:
    """How much of its time a sleeper among three hogs is ready and has no CPU."""
    sleeper = Task(burst=int(burst * MS), sleep=23 * MS)
    setup = Setup((sleeper, HOG, HOG, HOG), length=2000 * MS)
    return figures(setup, simulate(setup))[0].waited / setup.length


def test_a_sleeper_is_quick_only_while_its_burst_is_short() -> None:
    assert waited(0.5) < waited(6) / 5


def test_the_past_does_not_count() -> None:
    """Who has computed for two seconds is not punished for it."""
    setup = Setup((HOG, Task(arrives=1000 * MS)), length=3000 * MS)
    spans = [s for s in simulate(setup).spans if s.state == "runs" and s.stop > 1000 * MS]
    ran = [sum(s.stop - max(s.start, 1000 * MS) for s in spans if s.task == n) for n in (0, 1)]
    assert abs(ran[0] - ran[1]) <= 8 * MS


def test_sched_idle_gives_way_at_once() -> None:
    setup = Setup((Task(idle=True), Task(burst=MS, sleep=10_500_000)), tick=10 * MS)
    assert figures(setup, simulate(setup))[1].longest == 0


def test_debts_are_paid_by_sleeping_on_not_forgotten_at_once() -> None:
    """Short sleeps do not shake off what a task has had too much."""
    greedy = Task(burst=3_900_000, sleep=250_000)
    setup = Setup((greedy, HOG), length=10_000 * MS)
    assert figures(setup, simulate(setup))[0].ran / setup.length < 0.51
