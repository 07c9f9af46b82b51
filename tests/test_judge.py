"""Each thing that can be wrong with a run, told as a person would want it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import judge
from scripts.book import Book
from scripts.capture import Run
from scripts.outcome import Outcome
from scripts.problem import Problem
from scripts.program import load
from tests.conftest import ProgramFrom, needs_files, needs_network, with_header

RecordSample = Callable[[str], Outcome]
GOOD = Run("lost 0\n", [0.1], 0, 0.2, 0.1, 1, False, None, [], frozenset())


def only(outcome: Outcome) -> Problem:
    assert outcome.state == "failed"
    assert len(outcome.problems) == 1
    return outcome.problems[0]


# Of each sample: the line that is wrong, what was expected, and what was seen.
WRONG = {
    "loses_nothing": (
        5,
        "lost > 0 in every run",
        "claim failed: it held in 0 of 2 runs; lost was 0, 0",
    ),
    "claims_sometimes": (
        5,
        "lost == 3 in at least one run",
        "claim failed: it held in 0 of 2 runs; lost was 0, 0",
    ),
    "prints_no_fact": (
        3,
        r"'lost (\\d+)' to match exactly once",
        'facts.lost matches nothing; its last line was "found 3"',
    ),
    "prints_its_fact_twice": (
        4,
        r"'lost (\\d+)' to match exactly once",
        'facts.lost matches 2; its last line was "lost 4"',
    ),
    "raises_in_a_function": (
        5,
        "exit 0",
        'exit 1; its last line was "ZeroDivisionError: division by zero"',
    ),
    "ends_with_three": (4, "exit 4", 'exit 3; its last line was "so far"'),
    "kills_itself": (3, "exit 0", 'exit -9; its last line was "now"'),
    "loops_for_ever": (
        3,
        "an end within the timeout, or hangs = true",
        'it still ran after 0.5 s; its last line was "begins"',
    ),
    "prints_no_utf8": (1, "output in UTF-8", "line 2 of the output has the byte 0xff"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_with_a_run_is_told_with_its_line(
    name: str, record_sample: RecordSample
) -> None:
    problem = only(record_sample(name))
    line, expected, seen = WRONG[name]
    assert problem.place == f"snippets/odd/{name}.py:{line}"
    assert (problem.expected, problem.seen) == (expected, seen)
    assert problem.command == f"python -m scripts.run odd/{name}"


def test_a_hang_that_did_not_happen_is_told_at_its_declaration(
    record_sample: RecordSample,
) -> None:
    problem = only(record_sample("ends_though_it_should_hang"))
    assert problem.place == "snippets/odd/ends_though_it_should_hang.py:4"
    assert problem.expected == "a hang until the timeout of 2 s"
    assert problem.seen.startswith("it ended after ")
    assert problem.seen.endswith(" with exit 0")


def test_a_process_left_behind_is_named(record_sample: RecordSample) -> None:
    problem = only(record_sample("leaves_a_child"))
    assert problem.place == "snippets/odd/leaves_a_child.py:1"
    assert problem.expected == "every process it started to have ended"
    assert problem.seen.startswith("it left 1 running: ")
    assert "time.sleep(60)" in problem.seen


@needs_files
def test_writing_outside_is_told_with_the_line_and_the_rule(record_sample: RecordSample) -> None:
    problem = only(record_sample("writes_beside_itself"))
    assert problem.place == "snippets/odd/writes_beside_itself.py:6"
    assert "a program writes only in its temporary folder" in problem.expected
    assert "PermissionError" in problem.seen or "Read-only file system" in problem.seen


@needs_network
def test_connecting_outwards_is_told_with_the_line_and_the_rule(
    record_sample: RecordSample,
) -> None:
    problem = only(record_sample("connects_outwards"))
    assert problem.place == "snippets/odd/connects_outwards.py:5"
    assert "a program has no network but loopback" in problem.expected
    assert "Network is unreachable" in problem.seen


@pytest.mark.parametrize(
    ("passed", "expected"),
    [
        ("output", "at most 256 KiB of output"),
        ("processes", "at most 256 processes at once"),
        ("memory", "at most 4 GiB of memory"),
    ],
)
def test_a_limit_that_was_passed_is_told_before_anything_else(
    passed: str, expected: str, program_from: ProgramFrom
) -> None:
    run = Run(**{**vars(GOOD), "exit": -9, "passed": passed})
    with pytest.raises(Problem) as caught:
        judge.facts_of(program_from("loses_nothing"), "build", run)
    assert caught.value.expected == expected
    assert caught.value.seen.endswith("and was stopped after 0.2 s")


def test_a_run_that_went_well_gives_its_facts(program_from: ProgramFrom) -> None:
    assert judge.facts_of(program_from("loses_nothing"), "build", GOOD) == {"lost": 0}


def test_one_of_several_exits_will_do(program_from: ProgramFrom, book: Book) -> None:
    program = program_from("hello")
    program.path.write_text(with_header("", "exit = [0, 3]"), encoding="utf-8")
    run = Run(**{**vars(GOOD), "exit": 3})
    assert judge.facts_of(load(program.path, book), "build", run) == {}


def test_on_a_named_interpreter_the_command_names_it_too(
    program_from: ProgramFrom, book: Book
) -> None:
    program = program_from("hello")
    program.path.write_text(with_header("", 'on = ["3.11"]'), encoding="utf-8")
    with pytest.raises(Problem) as caught:
        judge.facts_of(load(program.path, book), "3.11", Run(**{**vars(GOOD), "exit": 3}))
    assert caught.value.command == "python -m scripts.run odd/hello --on 3.11"
    assert caught.value.seen.endswith("(on 3.11)")


def test_of_a_file_outside_the_command_names_the_file(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "mine.py"
    path.write_text("raise SystemExit(3)\n", encoding="utf-8")
    with pytest.raises(Problem) as caught:
        judge.facts_of(load(path, book), "build", Run(**{**vars(GOOD), "exit": 3}))
    assert caught.value.command == f"python -m scripts.run {path}"


def test_a_claim_about_another_interpreter_is_not_judged(
    program_from: ProgramFrom, book: Book
) -> None:
    program = program_from("hello")
    lines = ['on = ["3.9", "3.11"]', 'claims = ["on 3.9: exit == 3"]']
    program.path.write_text(with_header("", *lines), encoding="utf-8")
    program = load(program.path, book)
    assert judge.own_claims(program, "3.11", [{"exit": 0}]) == []
    assert len(judge.own_claims(program, "3.9", [{"exit": 0}])) == 1
