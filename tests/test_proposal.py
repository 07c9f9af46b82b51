"""scripts.proposal: what no longer holds, as a pull request's text."""

import json
from pathlib import Path

import pytest

from scripts import proposal, run
from scripts.problem import Problem
from tests.conftest import BookWith, sample, with_header


def test_nothing_to_say_where_all_is_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "outcomes.json"
    path.write_text(json.dumps({"ok": True, "problems": []}))
    assert proposal.main([str(path)]) == 0
    assert capsys.readouterr().out == ""


def test_a_claim_that_fails_is_told(
    book_with: BookWith, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = book_with(one=with_header(sample("hello"), 'claims = ["exit == 3"]'))
    assert run.main(["--json"], book) == 1
    path = tmp_path / "outcomes.json"
    path.write_text(capsys.readouterr().out)
    assert proposal.main([str(path)]) == 0
    told = capsys.readouterr().out
    assert "exit == 3" in told
    assert "odd/one" in told


def test_no_program_can_close_the_fence() -> None:
    wild = Problem("a.py:1", expected="text", seen="```` and ```", command="look")
    told = proposal.words([wild])
    fence = told.rstrip().rsplit("\n", 1)[1]
    assert set(fence) == {"`"}
    assert told.count(fence) == 2


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"problems": [{"place": "x"}]}'])
def test_what_is_no_outcome_is_told(
    tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "outcomes.json"
    path.write_text(text)
    assert proposal.main([str(path)]) == 1
    assert "scripts.run --json" in capsys.readouterr().err
