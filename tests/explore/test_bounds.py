"""Beyond its bounds a search gives up, and says so wherever it says anything."""

from scripts.explore.session import Bounds
from scripts.explore.table import heading
from tests.explore.conftest import Explored


def test_too_many_states(explored: Explored) -> None:
    found = explored("deposits", Bounds(states=30), THREADS=3)
    assert not found.complete
    assert found.states == 30
    assert found.notes == ("not complete: more than 30 states",)
    assert heading("x", found).startswith("x: NOT COMPLETE: ")


def test_too_many_seconds(explored: Explored) -> None:
    found = explored("counts_for_ever", Bounds(seconds=0.5))
    assert not found.complete
    assert found.notes[-1] == "not complete: more than 0.5 seconds"


def test_what_was_found_until_then_is_possible_and_never_certain(explored: Explored) -> None:
    found = explored("deposits_with_lock", Bounds(states=12), LOCK="Lock")
    assert len(found.outcomes) == 1
    assert found.word() == "possible"


def test_a_large_graph_is_left_out(explored: Explored) -> None:
    found = explored("counts_steps", THREADS=1, STEPS=5000)
    assert found.complete
    assert found.states == 5001
    assert found.graph is None
    assert found.without_graph == "more than 5,000 states"


def test_what_cannot_be_compared_is_explored_all_the_same(explored: Explored) -> None:
    found = explored("keeps_what_cannot_be_compared")
    assert found.complete
    assert found.runs == found.schedules == 20
    assert found.notes == ("no two states were taken as the same: they hold a itertools.cycle",)
