"""Locks and what is made of them: deadlocks found, and freedom from them proved."""

import pytest

from tests.explore.conftest import Explored, ends, printed

NAIVE = "seat, (seat + 1) % SEATS"
ORDERED = "sorted((seat, (seat + 1) % SEATS))"


def test_naive_philosophers_can_deadlock(explored: Explored) -> None:
    found = explored("philosophers", SEATS=3, ORDER=NAIVE)
    assert found.complete
    assert {one.end for one in found.outcomes} == {"finished", "deadlock"}


def test_a_deadlock_says_who_waits_for_what(explored: Explored) -> None:
    found = explored("philosophers", SEATS=3, ORDER=NAIVE)
    dead = next(one for one in found.outcomes if one.end == "deadlock")
    assert dead.waits == (
        "main waits for the end of A",
        "A waits for forks[1], held by B",
        "B waits for forks[2], held by C",
        "C waits for forks[0], held by A",
    )
    assert "".join(dead.example) == "AABBCC"


def test_ordered_philosophers_never_deadlock(explored: Explored) -> None:
    assert list(printed(explored("philosophers", SEATS=3, ORDER=ORDERED))) == ["3"]


@pytest.mark.parametrize("lock", ["Lock", "RLock", "Condition"])
def test_the_label_of_a_with_is_that_of_its_lock(explored: Explored, lock: str) -> None:
    labelled = explored("labels_a_with", LOCK=lock, LABEL="  # step: takes {lock}")
    plain = explored("labels_a_with", LOCK=lock, LABEL="")
    assert printed(labelled) == printed(plain) == {"2": 2}
    assert labelled.graph is not None
    assert labelled.graph["nodes"][0]["go"][0][1].startswith("takes a")


def test_a_lock_taken_twice_deadlocks(explored: Explored) -> None:
    found = explored("locks_twice", LOCK="Lock")
    assert ends(found) == {("deadlock", ""): 1}
    assert found.outcomes[0].waits[1] == "A waits for lock, which it holds itself"


def test_an_rlock_taken_twice_does_not(explored: Explored) -> None:
    assert list(printed(explored("locks_twice", LOCK="RLock"))) == ["inside"]


@pytest.mark.parametrize("kind", ["Semaphore", "BoundedSemaphore"])
def test_a_semaphore_lets_two_in(explored: Explored, kind: str) -> None:
    assert set(printed(explored("semaphore", KIND=kind))) == {"1", "2"}


def test_peterson_never_has_both_inside(explored: Explored) -> None:
    found = explored("peterson", WANTS=True)
    assert printed(found) == {"never both": None}
    assert found.schedules is None
    assert found.word() == "certain"


def test_peterson_without_its_flags_has(explored: Explored) -> None:
    assert set(printed(explored("peterson", WANTS=False))) == {"never both", "both inside"}


def test_two_flags_alone_can_spin_for_ever(explored: Explored) -> None:
    found = explored("spins_for_ever")
    assert found.complete
    assert ends(found) == {("finished", "end\n"): None, ("livelock", ""): None}
    livelock = found.outcomes[1]
    assert sorted(livelock.example[:2]) == ["A", "B"]
