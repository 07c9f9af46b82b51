"""The file of a trace: written, read, fresh, shown, and never edited by hand."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scripts import recording
from scripts.book import Book
from scripts.problem import Problem
from scripts.program import Program, load
from scripts.trace import trace as traces
from scripts.trace.trace import Trace
from tests.conftest import CHAPTER, BookWith

KEYS = [
    "made_by", "key", "program", "label", "source", "files", "tracer", "command", "exit",
    "output", "overhead", "processes", "strands", "events", "interpreter", "machine", "seal",
]  # fmt: skip


@pytest.fixture
def program(book_with: BookWith) -> Program:
    head = "# /// script\n# [tool.interleave]\n# trace = true\n# ///\n"
    book = book_with(one=f"{head}print(1)\n")
    return load(book.snippets / CHAPTER / "one.py", book)


def trace_of(program: Program, **changed: Any) -> Trace:
    """A trace that no run made."""
    fields: dict[str, Any] = {
        "program": program.id,
        "label": "build",
        "source": program.digest,
        "files": {},
        "command": "python one.py",
        "exit": 0,
        "output": "1\n",
        "overhead": {"plain": 0.1, "traced": 0.2, "runs": 3},
        "processes": [],
        "strands": [],
        "events": [{"n": 0, "text": "begins"}, {"n": 1, "text": "ends – “so”"}],
        "interpreter": {"identity": "elsewhere", "version": "3.2.6"},
        "machine": {"system": "Linux 2.6"},
    }
    return Trace(**{**fields, **changed})


def test_what_is_written_is_read(program: Program, book: Book) -> None:
    made = trace_of(program)
    traces.write(made, book.snippets)
    assert traces.read(book.snippets, program.id, "build", book) == made


def test_the_file_keeps_the_contract_with_a_line_for_each_event(
    program: Program, book: Book
) -> None:
    traces.write(trace_of(program), book.snippets)
    path = book.snippets / CHAPTER / "recorded" / "one.trace.json"
    text = path.read_text(encoding="utf-8")
    assert list(json.loads(text)) == KEYS
    assert '\n  {"n": 1, "text": "ends – “so”"}\n' in text


def test_another_label_has_another_file(program: Program, book: Book) -> None:
    traces.write(trace_of(program, label="3.13t"), book.snippets)
    assert (book.snippets / CHAPTER / "recorded" / "one.3.13t.trace.json").exists()
    assert traces.read(book.snippets, program.id, "build", book) is None


@pytest.mark.parametrize(
    ("old", "new", "seen"),
    [
        ('"exit": 0', '"exit": 1', "edited after the run"),
        ('"begins"', '"begin"', "edited after the run"),
        ('"seal"', '"zeal"', "damaged"),
        ("{", "{{", "damaged"),
        (' "exit"', '<<<<<<< HEAD\n "exit"', "merge markers"),
    ],
)
def test_a_hand_s_edit_is_found(
    program: Program, book: Book, old: str, new: str, seen: str
) -> None:
    traces.write(trace_of(program), book.snippets)
    path = traces.path(book.snippets, program.id, "build")
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Problem, match=seen) as caught:
        traces.committed(program, "build", book)
    assert caught.value.command == "python -m scripts.trace --accept odd/one"


def test_this_machine_s_goes_before_the_reference(program: Program, book: Book) -> None:
    traces.write(trace_of(program, output="reference"), book.snippets)
    assert traces.shown(program, "build", book).reference
    traces.write(trace_of(program, output="here"), recording.local(book))
    assert traces.shown(program, "build", book).output == "here"


def test_one_of_another_text_is_not_shown(program: Program, book: Book) -> None:
    traces.write(trace_of(program, source="other"), recording.local(book))
    traces.write(trace_of(program), book.snippets)
    assert traces.shown(program, "build", book).reference


@pytest.mark.parametrize(("label", "on"), [("build", ""), ("3.9", " --on 3.9")])
def test_a_missing_one_says_what_makes_it(
    program: Program, book: Book, label: str, on: str
) -> None:
    with pytest.raises(Problem, match="it is missing") as caught:
        traces.shown(program, label, book)
    assert caught.value.command == f"python -m scripts.trace --accept odd/one{on}"


def test_an_older_tracer_s_is_out_of_date(program: Program, book: Book) -> None:
    traces.write(replace(trace_of(program), tracer=0), book.snippets)
    with pytest.raises(Problem, match="out of date"):
        traces.shown(program, "build", book)


def test_a_file_that_it_opened_counts(program: Program, book: Book) -> None:
    beside = Path(program.path).with_name("data.txt")
    beside.write_text("a", encoding="utf-8")
    made = trace_of(program, files=recording.digests(program, ["data.txt"]))
    assert traces.fresh(made, program)
    beside.write_text("b", encoding="utf-8")
    assert not traces.fresh(made, program)
