"""Examples that textbooks work out by hand, and that were worked out by hand again."""

import pytest

from scripts.schedule.figures import Figures, figures
from scripts.schedule.simulation import simulate
from scripts.schedule.tasks import MS, Setup, Task, letter


def jobs(policy: str, *bursts: int, quantum: int = 10, arrive: tuple[int, ...] = ()) -> Setup:
    """Jobs of so many milliseconds, in this order."""
    at = arrive or (0,) * len(bursts)
    tasks = tuple(Task(burst=b * MS, arrives=a * MS) for b, a in zip(bursts, at, strict=True))
    return Setup(tasks, policy, quantum=quantum * MS, length=1000 * MS)


def told(setup: Setup, what: str) -> list[float]:
    """One figure of all tasks, in milliseconds."""
    found: list[Figures] = figures(setup, simulate(setup))
    return [getattr(one, what) / MS for one in found]


def order(setup: Setup) -> str:
    """Who ran how long, such as "A10 B10"."""
    runs = [span for span in simulate(setup).spans if span.state == "runs"]
    return " ".join(f"{letter(s.task)}{(s.stop - s.start) / MS:g}" for s in runs)


# OSTEP, chapter 7: "Scheduling: Introduction"


@pytest.mark.parametrize(
    ("policy", "bursts", "turnaround"),
    [
        ("fifo", (10, 10, 10), [10, 20, 30]),
        ("fifo", (100, 10, 10), [100, 110, 120]),
        ("sjf", (100, 10, 10), [120, 10, 20]),
    ],
    ids=["equal", "convoy", "shortest first"],
)
def test_turnaround_of_jobs_that_arrive_together(
    policy: str, bursts: tuple[int, ...], turnaround: list[float]
) -> None:
    assert told(jobs(policy, *bursts), "turnaround") == turnaround


def test_shortest_first_is_too_late_for_who_runs() -> None:
    setup = jobs("sjf", 100, 10, 10, arrive=(0, 10, 10))
    assert told(setup, "turnaround") == [100, 100, 110]


def test_round_robin_responds_early_and_ends_late() -> None:
    shortest, robin = jobs("sjf", 5, 5, 5), jobs("rr", 5, 5, 5, quantum=1)
    assert told(shortest, "response") == [0, 5, 10]
    assert told(shortest, "turnaround") == [5, 10, 15]
    assert told(robin, "response") == [0, 1, 2]
    assert told(robin, "turnaround") == [13, 14, 15]


# Silberschatz, Galvin, Gagne: "CPU Scheduling"


@pytest.mark.parametrize(
    ("setup", "waited"),
    [
        (jobs("fifo", 24, 3, 3), [0, 24, 27]),
        (jobs("fifo", 3, 3, 24), [0, 3, 6]),
        (jobs("sjf", 6, 8, 7, 3), [3, 16, 9, 0]),
        (jobs("rr", 24, 3, 3, quantum=4), [6, 4, 7]),
    ],
    ids=["fcfs", "fcfs the other way round", "sjf", "rr"],
)
def test_waiting(setup: Setup, waited: list[float]) -> None:
    assert told(setup, "waited") == waited


def test_who_arrives_when_a_turn_ends_stands_before_the_one_who_ran() -> None:
    assert order(jobs("rr", 8, 4, quantum=4, arrive=(0, 4))) == "A4 B4 A4"


# OSTEP, chapter 8: "The Multi-Level Feedback Queue"; here a turn is twice as long one level down


def feedback(*tasks: Task, boost: int = 0, length: int = 200) -> Setup:
    return Setup(tasks, "mlfq", quantum=10 * MS, boost=boost * MS, length=length * MS)


def test_a_short_job_comes_and_is_done_before_the_long_one_goes_on() -> None:
    setup = feedback(Task(burst=180 * MS), Task(burst=20 * MS, arrives=100 * MS))
    assert order(setup) == "A100 B20 A80"
    assert told(setup, "turnaround") == [200, 20]


def test_three_long_jobs_sink_together() -> None:
    setup = feedback(Task(), Task(), length=140)
    assert order(setup) == "A10 B10 A20 B20 A40 B40"


def test_who_sleeps_before_its_time_is_up_stays_until_its_bursts_add_up() -> None:
    # Two bursts of 5 ms use up B's highest level, four more the next one. A is on the lowest from
    # 40 ms on. At 100 ms its turn there is over just when B wakes up; at 115 ms it has just begun.
    setup = feedback(Task(), Task(burst=5 * MS, sleep=10 * MS), length=150)
    assert order(setup) == "A10 B5 " + "A10 B5 " * 6 + "A40 B5"
    waits = [span for span in simulate(setup).spans if span.task == 1 and span.state == "ready"]
    assert [(one.start / MS, one.stop / MS) for one in waits] == [(0, 10), (115, 145)]


def test_a_boost_lifts_everybody() -> None:
    # A has been on the lowest level since 60 ms. At 100 ms it begins anew, for 10 ms, then B.
    setup = feedback(Task(), Task(), boost=100, length=120)
    assert order(setup) == "A10 B10 A20 B20 A50 B10"
