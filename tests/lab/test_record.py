"""scripts.lab.record: what is kept fits the code, is whole, and bears out the claims."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from scripts import sources
from scripts.book import Book
from scripts.lab import record
from scripts.lab.program import folder, load_id
from scripts.problem import Problem
from tests.book_samples import copied as tiny
from tests.lab.samples import BUFFER, LOST, copied, kept, recorded


def seen(book: Book) -> list[str]:
    return [problem.seen for problem in record.problems(book)]


def test_the_committed_record_fits_the_labs_code() -> None:
    assert seen(Book()) == []


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    book = kept(tmp_path)
    assert record.read(book) == recorded(book)


def test_a_missing_one_is_told(tmp_path: Path) -> None:
    assert seen(copied(tmp_path)) == ["it is missing"]


def test_it_is_out_of_date_when_the_code_changes(tmp_path: Path) -> None:
    book = kept(tmp_path)
    with (folder(book) / "worker.js").open("a", encoding="utf-8") as file:
        file.write("// more\n")
    (problem,) = record.problems(book)
    assert problem.seen == "the lab's code has changed since"
    assert problem.command.endswith("python -m scripts.lab --accept")


def test_a_hand_that_edits_it_is_found(tmp_path: Path) -> None:
    book = kept(tmp_path)
    path = record.path(book)
    path.write_text(path.read_text(encoding="utf-8").replace('"lost": 10', '"lost": 11'))
    assert seen(book) == ["it was edited by hand"]


@pytest.mark.parametrize("text", ["", "{}", "[]", "<<<<<<< HEAD"])
def test_a_damaged_one_is_told(tmp_path: Path, text: str) -> None:
    book = kept(tmp_path)
    record.path(book).write_text(text, encoding="utf-8")
    assert seen(book) == ["it cannot be read"]


def test_a_claim_that_did_not_hold_is_told(tmp_path: Path) -> None:
    book = copied(tmp_path)
    made = recorded(book)
    calm = {"lost_broken": [{"additions": 100, "lost": n} for n in (0, 10)]}
    record.write(replace(made, runs={**made.runs, **calm}), book)
    (problem,) = record.problems(book)
    assert problem.place == f"docs/{LOST}.js"
    assert problem.seen == "it held in 1 of 2 runs"


def test_a_program_without_runs_bears_out_nothing(tmp_path: Path) -> None:
    book = copied(tmp_path)
    record.write(replace(recorded(book), runs={}), book)
    assert set(seen(book)) == {"it held in 0 of 0 runs"}
    assert record.read(book).total(load_id(LOST, book)) == {}


def test_facts_are_added_up_over_the_runs(tmp_path: Path) -> None:
    book = kept(tmp_path)
    assert record.read(book).total(load_id(BUFFER, book))["both_0"] == 120


def test_the_gate_asks_for_it_where_there_is_a_lab(tmp_path: Path) -> None:
    book = tiny(tmp_path)
    assert sources.problems(book, book.docs) == []
    copied(book.root)
    (problem,) = sources.problems(book, book.docs)
    assert problem.seen == "it is missing"


def test_it_is_sealed_over_all_it_holds(tmp_path: Path) -> None:
    book = kept(tmp_path)
    fields = json.loads(record.path(book).read_text(encoding="utf-8"))
    fields["machine"]["cores"] = 64
    record.path(book).write_text(json.dumps(fields), encoding="utf-8")
    with pytest.raises(Problem):
        record.read(book)
