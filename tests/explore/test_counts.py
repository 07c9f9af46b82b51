"""Schedules are counted: the numbers of a textbook, and the words for them."""

from math import comb, factorial
from typing import Any

import pytest

from scripts.explore.session import Bounds
from tests.explore.conftest import Explored, ends, printed


@pytest.mark.parametrize(("threads", "steps"), [(1, 4), (2, 1), (2, 3), (2, 7), (3, 3), (4, 3)])
def test_schedules_are_multinomial(explored: Explored, threads: int, steps: int) -> None:
    found = explored("counts_steps", THREADS=threads, STEPS=steps)
    assert found.complete
    assert found.schedules == factorial(threads * steps) // factorial(steps) ** threads


def test_a_hundred_thousand_schedules_are_few_runs(explored: Explored) -> None:
    found = explored("counts_steps", THREADS=4, STEPS=3)
    assert found.schedules == 369_600
    assert found.runs < 1_000


@pytest.mark.parametrize("steps", [2, 4])
def test_without_pruning_each_schedule_is_a_run(explored: Explored, steps: int) -> None:
    found = explored("counts_steps", Bounds(prune=False), THREADS=2, STEPS=steps)
    assert found.runs == found.schedules == comb(2 * steps, steps)


def test_two_deposits_lose_money_in_18_of_20_schedules(explored: Explored) -> None:
    assert printed(explored("deposits", THREADS=2)) == {"110": 18, "120": 2}


def test_three_deposits(explored: Explored) -> None:
    found = printed(explored("deposits", THREADS=3))
    assert found == {"110": 1404, "120": 270, "130": 6}


@pytest.mark.parametrize("lock", ["Lock", "RLock"])
def test_deposits_with_a_lock_are_certain(explored: Explored, lock: str) -> None:
    found = explored("deposits_with_lock", LOCK=lock)
    assert printed(found) == {"120": 2}
    assert found.word() == "certain"


def test_what_some_schedules_do_is_possible(explored: Explored) -> None:
    assert explored("deposits", THREADS=2).word() == "possible"


def test_check_then_act_with_three_threads(explored: Explored) -> None:
    found = printed(explored("checks_then_acts", TARGET="withdraw"))
    assert found == {"-200": 36, "-100": 24, "0": 6}


def test_check_then_act_with_a_lock(explored: Explored) -> None:
    assert list(printed(explored("checks_then_acts", TARGET="withdraw_with_lock"))) == ["0"]


def test_an_example_ends_as_it_says(explored: Explored) -> None:
    found = explored("deposits", THREADS=2)
    examples = {one.output.strip(): "".join(one.example) for one in found.outcomes}
    assert examples == {"110": "AABBBA", "120": "AAABBB"}


@pytest.mark.parametrize(
    ("name", "replaced"),
    [
        ("deposits", {"THREADS": 2}),
        ("deposits_with_lock", {"LOCK": "RLock"}),
        ("checks_then_acts", {"TARGET": "withdraw"}),
        ("event", {}),
        ("hidden_value", {}),
        ("keeps_values_unseen", {}),
        ("lost_wakeup", {}),
        ("meets_at_a_barrier", {}),
        ("queue", {}),
        ("raises", {}),
        ("times_out", {}),
        ("waits_for", {}),
        ("writes_a_file", {}),
    ],
)
def test_pruning_changes_nothing(explored: Explored, name: str, replaced: dict[str, Any]) -> None:
    pruned = explored(name, **replaced)
    plain = explored(name, Bounds(prune=False), **replaced)
    assert pruned.complete
    assert plain.complete
    assert plain.runs == plain.schedules
    assert ends(pruned) == ends(plain)
