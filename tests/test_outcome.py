from scripts.outcome import Outcome
from scripts.problem import Problem
from scripts.recording import BUILD
from tests.conftest import ProgramFrom, recording_of


def test_a_run_is_told_in_one_line(program_from: ProgramFrom) -> None:
    program = program_from("hello")
    line = Outcome(program, BUILD, "ran", recording_of(program)).line()
    assert line.split() == ["odd/hello", "3.2.6", "0.10", "s", "ok"]


def test_a_known_run_says_so(program_from: ProgramFrom) -> None:
    program = program_from("hello")
    assert Outcome(program, BUILD, "cached", recording_of(program)).line().endswith("ok (cached)")


def test_a_failure_has_the_label_in_place_of_a_version(program_from: ProgramFrom) -> None:
    assert Outcome(program_from("hello"), "3.2", "failed").line().split() == [
        "odd/hello", "3.2", "FAILED",
    ]  # fmt: skip


def test_a_reference_says_why_it_is_shown(program_from: ProgramFrom) -> None:
    program = program_from("hello")
    outcome = Outcome(program, "3.2", "reference", recording_of(program), "no Python 3.2 here")
    assert outcome.line().endswith("reference recording shown: no Python 3.2 here")


def test_an_earlier_miss_is_told(program_from: ProgramFrom) -> None:
    program = program_from("hello")
    miss = Problem("a.py:1", expected="b", seen="claim failed: x was 3", command="d")
    outcome = Outcome(program, BUILD, "ran", recording_of(program), missed=(miss,))
    assert outcome.line().endswith("ok, in hearing 2; before: claim failed: x was 3")
    assert outcome.as_json()["missed"] == [miss.as_json()]


def test_machines_get_the_recording(program_from: ProgramFrom) -> None:
    program = program_from("hello")
    recording = recording_of(program)
    assert Outcome(program, BUILD, "ran", recording).as_json() == {
        "program": "odd/hello",
        "label": "build",
        "state": "ran",
        "why": "",
        "output": "from elsewhere\n",
        "facts": {},
        "claims": [],
        "key": recording.key(),
        "problems": [],
        "missed": [],
    }


def test_machines_get_the_output_and_the_problems_of_a_failure(program_from: ProgramFrom) -> None:
    problem = Problem("a.py:1", expected="b", seen="c", command="d")
    outcome = Outcome(program_from("hello"), BUILD, "failed", output="so far", problems=[problem])
    told = outcome.as_json()
    assert (told["output"], told["key"]) == ("so far", None)
    assert told["problems"] == [problem.as_json()]
