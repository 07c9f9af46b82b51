import pytest

from scripts.draw.graph import Graph, from_sentences, stuck
from tests.draw.telling import sample, told


def graph(name: str) -> Graph:
    found = stuck(sample(name))
    assert found is not None
    return found


def test_a_deadlock_is_a_cycle_from_the_first_letter_on() -> None:
    circle = graph("transfer").cycles()
    assert [[edge.sentence() for edge in one] for one in circle] == [
        [
            "A waits for lock['Bob']",
            "lock['Bob'] is held by B",
            "B waits for lock['Ann']",
            "lock['Ann'] is held by A",
        ]
    ]


def test_who_waits_for_somebody_in_a_cycle_is_not_in_it() -> None:
    found = graph("philosophers")
    assert len(found.cycles()) == 1
    assert len(found.cycles()[0]) == 16
    assert "main waits for the end of A" in [edge.sentence() for edge in found.edges]


def test_a_chain_has_no_cycle() -> None:
    assert graph("chain").cycles() == []


def test_one_can_wait_for_what_it_holds_itself() -> None:
    assert [len(circle) for circle in graph("itself").cycles()] == [2]


def test_the_moment_is_the_one_at_which_most_waited() -> None:
    found = graph("fixed")
    assert {edge.sentence() for edge in found.edges} == {
        "B waits for lock", "lock is held by A", "main waits for the end of A",
    }  # fmt: skip


def test_a_circle_that_was_left_again_is_found() -> None:
    lines = [
        "0 A 1 asks p: x", "1 A 1 got p: x", "2 B 1 asks q: x", "3 B 1 got q: x",
        "4 A 1 asks q: x", "5 B 1 asks p: x", "6 A 1 refused q: x", "7 A 1 released p: x",
        "8 B 1 got p: x", "9 B 0 ended: x",
    ]  # fmt: skip
    found = stuck(told("A a\nB b\n\n" + "\n".join(lines)))
    assert found is not None
    assert found.after == 5
    assert len(found.cycles()) == 1


def test_a_condition_is_another_thing_than_its_lock() -> None:
    lines = (
        "0 A 1 asks c: x\n1 A 1 got c: x\n2 A 1 waits c: x\n3 A 1 released c: x\n4 A 1 woken c: x"
    )
    found = stuck(told(f"A a\n\n{lines}"))
    assert found is not None
    assert not found.cycles()


def test_nobody_waits() -> None:
    assert stuck(told("A a\n\n0 A 1 asks p: x\n1 A 1 got p: x\n2 A 1 step: x")) is None


def test_an_exploration_tells_the_same() -> None:
    found = from_sentences(
        [
            "main waits for the end of A",
            "A waits for lock['Bob'], held by B",
            "B waits for lock['Ann'], held by A",
            "C waits for lock['Ann'], held by A",
            "D waits for mine, which it holds itself",
            "E waits in bell.wait(), whose lock A holds",
        ]
    )
    assert [edge.sentence() for edge in found.edges] == [
        "main waits for the end of A",
        "A waits for lock['Bob']",
        "lock['Bob'] is held by B",
        "B waits for lock['Ann']",
        "lock['Ann'] is held by A",
        "C waits for lock['Ann']",
        "D waits for mine",
        "mine is held by D",
        "E waits for bell",
    ]
    assert [edge.event for edge in found.edges] == list(range(9))
    assert len(found.cycles()) == 2


def test_another_sentence_is_refused() -> None:
    with pytest.raises(ValueError, match="A dances"):
        from_sentences(["A dances"])
