"""scripts.badge: what the runs and the header bear out, and no more."""

from dataclasses import replace
from typing import Any

import pytest

from scripts.badge import Badge, badges
from scripts.explore import states
from scripts.explore.exploration import End, Exploration, Outcome
from scripts.explore.states import States
from scripts.program import Program, load_id
from scripts.recording import Recording, text_digest
from tests.conftest import BookWith, recording_of, with_header


@pytest.fixture
def program(book_with: BookWith) -> Program:
    return load_id("odd/plain", book_with(plain="print(1)\n"))


def recorded(program: Program, *texts: str | None, label: str = "build", **run: Any) -> Recording:
    """A recording whose runs printed these; None: a run from before texts were kept."""
    blank = recording_of(program).runs[0]
    runs = [{**blank, "text": text_digest(text)} if text else {**blank} for text in texts]
    runs[0] |= run
    return recording_of(program, label, runs=runs, output=texts[0] or "from elsewhere\n")


def explored(
    program: Program, *endings: str, complete: bool = True, end: End = "finished"
) -> States:
    """An exploration that found these outputs."""
    outcomes = tuple(Outcome(end, text, 1, ("A",)) for text in endings)
    found = Exploration(complete, 1, 1, outcomes, (), (), 1, 0.1, (), None, "")
    return replace(states.of(program, found), facts=[{} for _ in endings])


def only(badge: list[Badge]) -> tuple[str, str, str]:
    (one,) = badge
    return one.kind, one.word, one.said


def test_runs_that_all_printed_the_same_are_deterministic_here(program: Program) -> None:
    shown = [recorded(program, "a", "a", label="3.9"), recorded(program, "a", label="3.11")]
    assert only(badges(program, shown)) == ("same", "deterministic here", "3 of 3 runs alike")


def test_one_text_among_many_that_differs_is_enough_to_vary(program: Program) -> None:
    shown = [recorded(program, "a", "a", "b")]
    assert only(badges(program, shown)) == ("varies", "varies", "2 different texts in 3 runs")


def test_a_single_run_says_nothing_about_others(program: Program) -> None:
    assert only(badges(program, [recorded(program, "a")]))[0] == "once"


def test_interpreters_that_differ_and_agree_with_themselves_differ_by_version(
    program: Program,
) -> None:
    shown = [recorded(program, "a", "a", label="3.9"), recorded(program, "b", "b", label="3.11")]
    said = "alike on each, 2 texts on 2 interpreters"
    assert only(badges(program, shown)) == ("versions", "deterministic by version", said)


def test_a_single_run_on_each_cannot_tell_version_from_chance(program: Program) -> None:
    shown = [recorded(program, "a", label="3.9"), recorded(program, "b", label="3.11")]
    assert only(badges(program, shown))[0] == "varies"


def test_equal_runs_are_open_where_other_endings_are_possible(program: Program) -> None:
    found = badges(program, [recorded(program, "a", "a")], explored(program, "a", "b", "c"))
    said = "2 of 2 runs alike, but 3 endings are possible"
    assert only(found) == ("open", "open", said)


def test_equal_runs_are_deterministic_where_every_order_ends_so(program: Program) -> None:
    found = badges(program, [recorded(program, "a", "a")], explored(program, "a"))
    said = "2 of 2 runs alike, and certain in every order"
    assert only(found) == ("same", "deterministic", said)


@pytest.mark.parametrize(
    "changed", [{"complete": False}, {"end": "deadlock"}], ids=["incomplete", "deadlock"]
)
def test_what_was_not_all_explored_is_not_called_certain(
    program: Program, changed: dict[str, Any]
) -> None:
    found = badges(program, [recorded(program, "a", "a")], explored(program, "a", **changed))
    assert only(found)[1] == "deterministic here"


def test_an_ending_that_no_run_printed_is_not_called_certain(program: Program) -> None:
    found = badges(program, [recorded(program, "a", "a")], explored(program, "b"))
    assert only(found)[1] == "deterministic here"


def test_runs_whose_texts_were_not_kept_have_no_badge(program: Program) -> None:
    assert badges(program, [recorded(program, "a", None)]) == []


def test_runs_whose_facts_differ_vary_even_where_texts_were_not_kept(program: Program) -> None:
    shown = [recorded(program, "a", None, facts={"lost": 1})]
    assert only(badges(program, shown)) == ("varies", "varies", "the runs differ")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('needs = ["linux"]', "Linux"),
        ('needs = ["linux", "cores >= 2", "strace", "cc"]', "Linux, 2 cores, strace, a C compiler"),
        ('needs = ["root", "realtime"]', "root, real-time priorities"),
        ('needs = ["ptrace"]', "leave to look into processes"),
        ('lane = "alone"', "a quiet machine"),
        ('command = "mpiexec -n 4 {python} {file}"', "mpiexec"),
    ],
)
def test_the_header_tells_what_a_program_is_bound_to(
    book_with: BookWith, line: str, said: str
) -> None:
    program = load_id("odd/bound", book_with(bound=with_header("print(1)\n", line)))
    found = badges(program, [recorded(program, "a", "a")])
    assert [one.kind for one in found] == ["same", "bound"]
    assert (found[1].word, found[1].said) == ("bound to", said)


def test_a_dependency_is_named_without_its_version(book_with: BookWith) -> None:
    source = '# /// script\n# dependencies = ["torch>=2", "il-tiny"]\n# ///\nprint(1)\n'
    program = load_id("odd/bound", book_with(bound=source))
    assert badges(program, [recorded(program, "a", "a")])[1].said == "torch, il-tiny"
