"""However a program ends, what it did until then is told."""

import pytest

from scripts.interpreter import build_interpreter
from scripts.problem import Problem
from scripts.trace.session import trace_once
from tests.conftest import sample
from tests.trace.conftest import Traced, Written


@pytest.mark.parametrize(("how", "status"), [("segfault", -11), ("exit", 3)])
def test_a_death_loses_nothing(traced: Traced, how: str, status: int) -> None:
    found = traced("dies", HOW=how)
    assert found.run.exit == status
    assert found.says("A")[:3] == ["begins", "asks for lock", "gets lock"]
    assert found.first("got", "lock")["line"] == 12


def test_a_deadlock_is_told_up_to_the_last_request(traced: Traced) -> None:
    found = traced("deadlock")
    assert found.run.hung
    assert found.says("A")[-1] == "asks for right"
    assert found.says("B")[-1] == "asks for left"
    assert {e["line"] for e in found.rows() if e["do"] == "asks"} == {14, 16}


def test_the_stacks_of_a_hang_are_the_program_s(traced: Traced) -> None:
    output = traced("deadlock").run.output
    assert output.count('File "deadlock.py", line 16 in work') == 2
    assert "engine" not in output
    assert "runpy" not in output


def test_too_many_events_are_a_problem(written: Written) -> None:
    program = written(sample("trace/does_too_much"), "does_too_much")
    with pytest.raises(Problem, match="it has more") as caught:
        trace_once(program, build_interpreter())
    assert "20000 events" in caught.value.expected


def test_no_event_at_all_is_a_problem(written: Written) -> None:
    head = '# /// script\n# [tool.interleave]\n# command = "{python} -S {file}"\n# ///\n'
    with pytest.raises(Problem, match="no process told of anything"):
        trace_once(written(f"{head}print(1)\n"), build_interpreter())
