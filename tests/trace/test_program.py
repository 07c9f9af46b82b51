"""The program finds itself as it is: labels are filled in, nothing else changes."""

import ast
import re

import pytest

from scripts.book import ROOT, Book
from scripts.problem import Problem
from scripts.program import load_id
from scripts.trace.session import labels
from tests.conftest import sample
from tests.trace.conftest import Traced, Written, plain, story


def test_labels_stand_on_statements_of_every_kind(traced: Traced) -> None:
    found = traced("steps")
    steps = [(event["line"], event["text"]) for event in found.rows() if event["do"] == "step"]
    assert steps == [
        (27, "in"), (28, "value 1 {x} …"), (18, "once t"), (19, "again"),
        (27, "in"), (28, "value 2 {x} …"),
        (40, "looks at 2"), (40, "looks at 3"), (40, "looks at 4"), (42, "four"),
        (34, "counts"), (35, "yields 0"), (35, "yields 1"), (43, "prints"), (47, "long 2"),
    ]  # fmt: skip


def test_a_with_is_labelled_when_it_is_entered(traced: Traced) -> None:
    found = traced("steps")
    words = [event["text"] for event in found.rows() if event["line"] == 27]
    assert words[:4] == ["asks for box.lock", "gets box.lock", "in", "releases box.lock"]


@pytest.mark.parametrize("name", ["steps", "tracebacks", "fails"])
def test_what_is_printed_is_the_same(written: Written, name: str) -> None:
    program = written(sample(f"trace/{name}"), name)
    found, without = story(program).run, plain(program)
    assert found.output == without.output
    assert found.exit == without.exit


@pytest.mark.parametrize("name", ["deposit_broken", "deposit_fixed", "check_then_act_broken"])
def test_the_book_s_own_programs_print_the_same(name: str) -> None:
    program = load_id(f"races/{name}", Book())
    assert story(program).run.output == plain(program).output


def test_an_exception_is_told_with_the_program_s_line(traced: Traced) -> None:
    found = traced("tracebacks")
    assert [e["line"] for e in found.rows() if e["do"] == "raises"] == [10, 10]
    assert "label" not in found.run.output


def test_a_label_on_no_statement_is_told_with_its_line(written: Written) -> None:
    program = written("x = 1\n# step: nothing\n")
    with pytest.raises(Problem, match="stands on no statement") as caught:
        labels(program)
    assert caught.value.place == "program.py:2"


def test_the_engine_needs_no_new_python_and_no_package() -> None:
    engine = ROOT / "scripts" / "trace" / "engine"
    for path in engine.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 8))
        imported = {
            name
            for node in ast.walk(tree)
            for name in (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
        }
        ours = {name for name in imported if name.startswith("scripts")}
        assert all(name.startswith("scripts.trace.engine") for name in ours), path.name
        assert not any(re.match("yaml|rich|packaging", name) for name in imported), path.name
