"""python -m scripts.trace: what it traces, keeps, refuses and prints."""

import json
from typing import Any

import pytest

from scripts.book import Book
from scripts.program import load_id
from scripts.trace import __main__ as command
from scripts.trace import trace as traces
from scripts.trace import tracer
from tests.conftest import CHAPTER, BookWith, sample, with_header

HELLO = "import threading\nlock = threading.Lock()\nwith lock:\n    print('balance 110')\n"
TRACED = with_header(HELLO, "trace = true", r"facts.balance = 'balance (\d+)'", 'claims = ["balance == 110"]')  # fmt: skip


@pytest.fixture(autouse=True)
def few_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """One of each for the overhead, and two tries."""
    monkeypatch.setattr(tracer, "RUNS", 1)
    monkeypatch.setattr(tracer, "TRIES", 2)


def answer(capsys: pytest.CaptureFixture[str], book: Book, *argv: str) -> Any:
    """The status and the JSON of the command."""
    capsys.readouterr()
    status = command.main([*argv, "--json"], book)
    found = json.loads(capsys.readouterr().out)
    assert found["ok"] == (status == 0)
    return found


def test_programs_that_say_so_are_traced_once(
    book_with: BookWith, capsys: pytest.CaptureFixture[str]
) -> None:
    book = book_with(one=TRACED, other=HELLO)
    [first] = answer(capsys, book)["outcomes"]
    assert (first["program"], first["state"]) == ("odd/one", "traced")
    assert first["trace"]["overhead"]["runs"] == tracer.RUNS
    assert [event["do"] for event in first["trace"]["events"]] == ["born", "asks", "got", "released", "ended"]  # fmt: skip
    [again] = answer(capsys, book)["outcomes"]
    assert (again["state"], again["trace"]) == ("cached", first["trace"])
    path = book.snippets / CHAPTER / "one.py"
    path.write_text(f"{TRACED}\n", encoding="utf-8")
    [changed] = answer(capsys, book)["outcomes"]
    assert changed["state"] == "traced"


def test_a_heavy_program_is_traced_only_by_name(
    book_with: BookWith, capsys: pytest.CaptureFixture[str]
) -> None:
    book = book_with(huge=TRACED.replace("trace = true", "trace = true\n# heavy = true"))
    assert answer(capsys, book)["outcomes"] == []
    assert command.up_to_date([load_id("odd/huge", book)], book) == []
    [named] = answer(capsys, book, "odd/huge")["outcomes"]
    assert named["state"] == "traced"


def test_accept_writes_a_reference_where_one_is_wanted(
    book_with: BookWith, capsys: pytest.CaptureFixture[str]
) -> None:
    book = book_with(one=TRACED)
    reference = traces.path(book.snippets, "odd/one", "build")
    assert answer(capsys, book)["ok"]
    assert not reference.exists()
    assert answer(capsys, book, "--accept")["ok"]
    kept = reference.read_bytes()
    assert answer(capsys, book, "--accept", "--again")["ok"]
    assert reference.read_bytes() == kept


def test_a_program_whose_header_does_not_say_so_is_no_reference(
    book_with: BookWith, capsys: pytest.CaptureFixture[str]
) -> None:
    book = book_with(one=HELLO)
    found = answer(capsys, book, "odd/one", "--accept")
    assert found["outcomes"][0]["state"] == "traced"
    assert "no page can show" in found["problems"][0]["seen"]
    assert not traces.path(book.snippets, "odd/one", "build").exists()


def test_a_claim_that_breaks_under_the_tracer_is_told(
    book_with: BookWith, capsys: pytest.CaptureFixture[str]
) -> None:
    book = book_with(notices=sample("trace/notices"))
    found = answer(capsys, book, "odd/notices")
    [problem] = found["problems"]
    assert "run by the tracer, claim failed" in problem["seen"]
    assert problem["place"] == "snippets/odd/notices.py:4"
    assert problem["command"] == "python -m scripts.trace odd/notices"
    assert found["outcomes"][0]["trace"] is None


def test_an_exit_that_is_not_declared_is_told(
    book_with: BookWith, capsys: pytest.CaptureFixture[str]
) -> None:
    found = answer(capsys, book_with(one="raise SystemExit(3)\n"), "odd/one")
    assert "run by the tracer, exit 3" in found["problems"][0]["seen"]


def test_a_hang_has_no_overhead(book_with: BookWith, capsys: pytest.CaptureFixture[str]) -> None:
    book = book_with(deadlock=sample("trace/deadlock"))
    [outcome] = answer(capsys, book, "odd/deadlock")["outcomes"]
    assert outcome["trace"]["overhead"] == {"plain": None, "traced": None, "runs": 0}


def test_the_table_shows_every_event(
    book_with: BookWith, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["odd/one"], book_with(one=TRACED)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("odd/one on build: 5 events, ")
    assert lines[3].split()[1:] == ["main", "9", "asks", "asks", "for", "lock"]


def test_an_interpreter_that_is_not_here_asks_for_the_reference(
    book_with: BookWith, capsys: pytest.CaptureFixture[str]
) -> None:
    book = book_with(one=with_header(HELLO, 'on = ["3.99"]', 'trace = ["3.99"]'))
    [problem] = answer(capsys, book)["problems"]
    assert "no Python 3.99 here" in problem["seen"]
    assert problem["command"] == "python -m scripts.trace --accept odd/one --on 3.99"


def test_a_word_that_is_no_label_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command.main(["--on", "odd/one"])
    assert "labels such as 3.11" in capsys.readouterr().err
