"""What pages call of the race lab: answers out of its record, and what is refused."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from scripts.called.place import Place
from scripts.macros import macros
from scripts.problem import Problem
from tests.lab.samples import BUFFER, LOST, kept


@pytest.fixture
def called(tmp_path: Path) -> SimpleNamespace:
    place = Place(kept(tmp_path), "https://example.org/", lambda: "races/", {})
    return SimpleNamespace(**macros(place))


def test_a_fact_is_added_up_and_leads_to_the_evidence(called: SimpleNamespace) -> None:
    html = called.fact(BUFFER, "rounds")
    assert ">3,000<" in html
    assert 'href="../lab/race/#lab-race-buffer_broken"' in html


def test_a_proof_says_in_how_many_runs(called: SimpleNamespace) -> None:
    assert "3 of 3 runs" in called.proof(LOST, "lost > 0")


def test_a_key_comes_from_all_runs(called: SimpleNamespace) -> None:
    assert called.key(BUFFER, "both_0 > 0") == "x"
    assert called.key(BUFFER, "both_0 > rounds") == " "


REFUSED = {
    "a proof that does not hold": ("proof", (LOST, "lost > 10"), "it held in 2 of 3 runs"),
    "a key that is neither": ("key", (LOST, "lost > 10"), "it held in 2 of 3 runs"),
    "no expression": ("proof", (LOST, "lost >"), "not an expression"),
    "an unknown name": ("proof", (LOST, "found > 0"), "found"),
    "an unknown fact": ("fact", (LOST, "found"), "there is no fact 'found'"),
    "an unknown program": ("lab", ("lab/race/none",), "'lab/race/none'"),
    "a goal that is no fact": ("lab", (LOST, "found", "Find it."), "'found'"),
    "a goal without a sentence": ("lab", (LOST, "lost"), "'lost'"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_has_no_answer_is_refused(called: SimpleNamespace, case: str) -> None:
    macro, given, seen = REFUSED[case]
    with pytest.raises(Problem) as caught:
        getattr(called, macro)(*given)
    assert seen in caught.value.seen
