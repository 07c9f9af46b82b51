"""Verdicts: what all interleavings bear out, and what they leave open."""

from dataclasses import replace

import pytest

from scripts.book import Book
from scripts.claim import ClaimError, parse
from scripts.explore import states, verdict
from scripts.explore.session import Bounds, explore
from scripts.explore.states import States
from scripts.program import Program, load
from tests.conftest import sample
from tests.explore.conftest import Written
from tests.explore.test_states import explored


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    path = tmp_path_factory.mktemp("verdict") / "deposits.py"
    path.write_text(explored(), encoding="utf-8")
    return load(path, Book(path.parent))


@pytest.fixture(scope="module")
def deposits(program: Program) -> States:
    """18 of 20 schedules end with 110, two with 120."""
    return states.of(program, explore(program))


@pytest.mark.parametrize(
    ("text", "ok"),
    [
        ("possible: balance == 110", True),
        ("possible: balance == 130", False),
        ("certain: balance in [110, 120]", True),
        ("certain: balance == 120", False),
        ("possible: '110' in words", True),
        ("possible: '11' in words", False),
        ("certain: end == 'finished' and len(lines) == 1", True),
        ("possible: end == 'deadlock'", False),
    ],
)
def test_a_complete_exploration_answers(deposits: States, text: str, ok: bool) -> None:
    found = verdict.judge(parse(text), deposits)
    assert (found.error, found.ok) == ("", ok)


INCOMPLETE = {"complete": False}
LOOSE = {"loose": (10, 12)}


@pytest.mark.parametrize("lack", [INCOMPLETE, LOOSE])
@pytest.mark.parametrize(
    "text",
    ["certain: balance in [110, 120]", "possible: balance == 130", "possible: end == 'error'"],
)
def test_what_was_not_walked_settles_nothing(
    deposits: States, lack: dict[str, object], text: str
) -> None:
    found = verdict.judge(parse(text), _lacking(deposits, lack))
    assert not found.ok
    assert found.error in (
        "the exploration is not complete",
        "orders may hide in the lines 10, 12, which share data and are no steps",
    )


@pytest.mark.parametrize("lack", [INCOMPLETE, LOOSE])
def test_what_was_seen_is_possible_all_the_same(deposits: States, lack: dict[str, object]) -> None:
    assert verdict.judge(parse("possible: balance == 110"), _lacking(deposits, lack)).ok
    refuted = verdict.judge(parse("certain: balance == 110"), _lacking(deposits, lack))
    assert (refuted.ok, refuted.error) == (False, "")


def _lacking(found: States, lack: dict[str, object]) -> States:
    return replace(found, exploration=replace(found.exploration, **lack))  # type: ignore[arg-type]


def test_schedules_are_counted_by_their_ends(deposits: States) -> None:
    assert verdict.schedules(parse("possible: balance == 110"), deposits) == 18
    assert verdict.schedules(parse("possible: balance > 110"), deposits) == 2
    assert verdict.schedules(parse("possible: balance == 1"), deposits) == 0


def test_ways_are_the_numbers_of_outcomes(deposits: States) -> None:
    assert verdict.ways(parse("possible: balance == 120"), deposits) == [1]


def test_an_expression_without_an_answer_is_an_error(deposits: States) -> None:
    assert "TypeError" in verdict.judge(parse("possible: balance < 'x'"), deposits).error
    with pytest.raises(ClaimError):
        verdict.schedules(parse("possible: balance < 'x'"), deposits)


def test_the_output_of_a_deadlock_has_no_fact(written: Written) -> None:
    header = explored().split("# ///\n")[0] + "# ///\n"
    program = written(header + sample("explore/locks_twice", LOCK="Lock"))
    found = states.of(program, explore(program, Bounds()))
    assert [one.end for one in found.exploration.outcomes] == ["deadlock"]
    assert verdict.judge(parse("possible: end == 'deadlock'"), found).ok
    assert verdict.judge(parse("possible: balance == 110"), found).held == 0
