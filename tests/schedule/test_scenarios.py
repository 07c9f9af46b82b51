"""The scenarios show what they say, the goals can be reached, and addresses are what they should be."""

import pytest

from scripts.schedule.address import write
from scripts.schedule.figures import figures, long_shares, run
from scripts.schedule.goals import Goal, reached
from scripts.schedule.scenarios import GOALS, SCENARIOS
from scripts.schedule.tasks import MS, Setup, Task
from scripts.schedule.weights import shares

BY_NAME = {one.name: one for one in SCENARIOS}


def told(name: str, policy: str = "") -> list[dict[str, float]]:
    """The figures of a scenario, in milliseconds."""
    setup = BY_NAME[name].setup
    setup = Setup(**{**vars(setup), "policy": policy or setup.policy})
    own = figures(setup, run(setup))
    return [{name: time / MS for name, time in vars(one).items()} for one in own]


def test_two_equal_hogs_take_turns_of_a_tick() -> None:
    spans = [s for s in run(BY_NAME["equal"].setup).spans if s.state == "runs"]
    assert {s.stop - s.start for s in spans} == {4 * MS}
    assert long_shares(BY_NAME["equal"].setup) == (50, 50)


def test_nine_turns_of_nice_0_for_one_of_10() -> None:
    a, b = told("nice")
    assert a["longest"] == 4
    assert b["longest"] in (36, 40)


def test_in_another_terminal_19_has_half() -> None:
    assert long_shares(BY_NAME["terminal"].setup) == (50, 50)


def test_sched_idle_is_owed_a_turn_now_and_then() -> None:
    _, idle = told("idle")
    assert idle["ran"] > 0
    assert shares(BY_NAME["idle"].setup)[1] == 3 / 1027


def test_the_sleeper_mostly_goes_first_until_its_burst_is_long() -> None:
    setup = BY_NAME["sleeper"].setup
    quick = figures(setup, run(setup))[0]
    assert quick.waited / MS / 10 < 3, "ten bursts in 100 ms"
    long = Setup((Task(burst=6 * MS, sleep=9 * MS), *setup.tasks[1:]), length=setup.length)
    assert figures(long, run(long))[0].waited > 2 * quick.waited


def test_the_convoy_and_its_cure() -> None:
    assert [one["turnaround"] for one in told("convoy")] == [100, 110, 120, 130]
    assert [one["turnaround"] for one in told("convoy", "sjf")] == [130, 10, 20, 30]


def test_the_interactive_task_never_waits_under_mlfq() -> None:
    assert told("feedback")[1]["longest"] == 0
    assert told("feedback", "rr")[1]["longest"] > 5


def test_three_threads_have_three_quarters() -> None:
    assert sum(long_shares(BY_NAME["threads"].setup)[:3]) == pytest.approx(75, abs=0.1)


@pytest.mark.parametrize("goal", GOALS, ids=lambda goal: goal.name)
def test_a_goal_is_out_of_reach_at_first_and_can_be_reached(goal: Goal) -> None:
    assert not reached(goal, goal.start)
    assert reached(goal, goal.way)
    assert len({one.version for one in GOALS}) == len(GOALS)


def test_conditions_about_tasks_that_are_not_there_do_not_hold() -> None:
    one = Setup((Task(),))
    assert not any(reached(goal, one) for goal in GOALS)


@pytest.mark.parametrize(
    ("setup", "against", "address"),
    [
        (Setup((Task(), Task())), "", "eevdf/n0/n0"),
        (
            Setup(
                (Task(nice=-5, terminal=2), Task(idle=True, burst=1_500_000, sleep=9 * MS, rounds=3)),
                "mlfq",
                cpus=2,
                boost=0,
                slice=700_000,
                autogroup=True,
            ),
            "rr",
            "mlfq,rr,c2,s0.7,o0,g/n-5,t2/b1.5,z9,x3,i",
        ),
        (Setup((Task(arrives=333_333),), "fifo", tick=3_333_333), "", "fifo,k3.333333/a0.333333"),
    ],
)  # fmt: skip
def test_an_address_holds_what_differs_from_the_usual(
    setup: Setup, against: str, address: str
) -> None:
    assert write(setup, against) == address
