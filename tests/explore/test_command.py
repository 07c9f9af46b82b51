"""The command: its contract of --json, its table, its exit status."""

import json
from typing import Any

import pytest

from scripts.explore.__main__ import main, up_to_date
from scripts.program import load_id
from tests.conftest import BookWith, sample

DEPOSITS = sample("explore/deposits", THREADS=2)
LABELLED = (
    '# /// script\n# [tool.interleave]\n# explore = true\n# ///\n"""Prints $110."""\n\n' + DEPOSITS
)
PLAIN = "print('no threads')\n"


@pytest.fixture
def answer(book_with: BookWith, capsys: pytest.CaptureFixture[str]) -> Any:
    def run(*argv: str) -> tuple[int, Any]:
        book = book_with(deposit=LABELLED, plain=PLAIN, forks="import os\nos.fork()\n")
        capsys.readouterr()
        status = main([*argv, "--json"], book)
        return status, json.loads(capsys.readouterr().out)

    return run


def test_json_is_the_contract_of_the_design(answer: Any) -> None:
    status, found = answer("odd/deposit")
    assert status == 0
    assert found["complete"] is True
    assert found["schedules"] == 20
    assert found["states"] == len(found["graph"]["nodes"])
    assert found["outcomes"] == [
        {
            "end": "finished",
            "output": output,
            "schedules": schedules,
            "example": list(example),
            "waits": [],
        }
        for output, schedules, example in (("110\n", 18, "AABBBA"), ("120\n", 2, "AAABBB"))
    ]


def test_json_names_the_threads_and_numbers_the_listing(answer: Any) -> None:
    _, found = answer("odd/deposit")
    assert found["threads"][1:] == [
        {"letter": "A", "name": "Thread-1 (deposit)"},
        {"letter": "B", "name": "Thread-2 (deposit)"},
    ]
    assert found["listing"][0] == {"line": 7, "text": "import threading"}
    assert {"line": 14, "text": "    seen = balance"} in found["listing"]


def test_the_graph_can_be_walked_along_an_example(answer: Any) -> None:
    _, found = answer("odd/deposit")
    graph, letters = found["graph"], [thread["letter"] for thread in found["threads"]]
    node, told = graph["nodes"][0], []
    assert node["lines"][1:] == [14, 14]
    for letter in found["outcomes"][0]["example"]:
        edges = {letters[slot]: (label, target) for slot, label, target in node["go"]}
        label, target = edges[letter]
        node = graph["nodes"][target]
        told.append(f"{letter} {label}: {node['values'][0]}")
    assert graph["names"] == ["balance"]
    assert told == [
        "A reads 100: 100", "A adds, gets 110: 100", "B reads 100: 100",
        "B adds, gets 110: 100", "B writes 110: 110", "A writes 110: 110",
    ]  # fmt: skip
    assert (node["end"], graph["outputs"][node["output"]]) == ("finished", "110\n")


def test_a_blocked_thread_has_a_reason(answer: Any, book_with: BookWith) -> None:
    book_with(locked=sample("explore/deposits_with_lock", LOCK="Lock"))
    _, found = answer("odd/locked")
    reasons = {reason for node in found["graph"]["nodes"] for reason in node["blocked"].values()}
    assert {"waits for lock, held by A", "waits for lock, held by B"} <= reasons


def test_several_programs_give_a_list(answer: Any) -> None:
    status, found = answer("odd/deposit", "odd/plain")
    assert status == 0
    assert [one["program"] for one in found] == ["odd/deposit", "odd/plain"]


def test_without_names_it_takes_those_whose_header_says_so(answer: Any) -> None:
    assert [one["program"] for one in answer()[1]] == ["odd/deposit"]


def test_what_cannot_be_explored_gives_status_1(answer: Any) -> None:
    status, found = answer("odd/forks")
    assert status == 1
    assert found["problem"]["place"] == "snippets/odd/forks.py:2"
    assert "outcomes" not in found


def test_a_program_that_is_not_there_gives_status_1(answer: Any) -> None:
    status, found = answer("odd/nothing")
    assert status == 1
    assert "nothing" in found["problem"]["seen"]


def test_the_table_says_possible_and_certain(
    book_with: BookWith, capsys: pytest.CaptureFixture[str]
) -> None:
    book = book_with(deposit=LABELLED, plain=PLAIN)
    assert main(["odd/deposit", "odd/plain"], book) == 0
    out = capsys.readouterr().out
    assert "odd/deposit: all interleavings (20 schedules, " in out
    assert "18 of 20" in out
    assert "A×2 B×3 A" in out
    assert out.count("possible") == 2
    assert out.count("certain") == 1
    assert "note: no line of this program is labelled as a step" in out


def test_a_heavy_program_is_explored_only_by_name(
    book_with: BookWith, capsys: pytest.CaptureFixture[str]
) -> None:
    book = book_with(huge=LABELLED.replace("explore = true", "explore = true\n# heavy = true"))
    assert main(["--json"], book) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert up_to_date([load_id("odd/huge", book)], book) == []
    assert main(["odd/huge"], book) == 0
    assert "20 schedules" in capsys.readouterr().out
