import sys
from copy import deepcopy
from pathlib import Path

import pytest

from scripts import recording
from scripts.book import Book
from scripts.program import load_id
from tests.conftest import (
    BookWith,
    Command,
    files,
    pretend_other_work,
    recording_of,
    sample,
    with_header,
)


def test_accept_commits_what_is_new(book_with: BookWith, command: Command) -> None:
    book = book_with(hello=sample("hello"))
    assert command("--accept").status == 0
    assert sorted(files(book)) == ["hello.build.json", "hello.build.out"]
    assert files(book)["hello.build.out"] == b"hello\n"


def test_accept_leaves_what_is_still_good_as_it_is(book_with: BookWith, command: Command) -> None:
    book = book_with(one=sample("hello"), two=sample("hello"))
    command("--accept")
    before = files(book)
    book_with(two=sample("never_hangs"))
    command("--accept", "--again")
    after = files(book)
    assert {name for name in after if after[name] != before[name]} == {
        "two.build.json",
        "two.build.out",
    }


def test_accept_mends_what_was_edited(book_with: BookWith, command: Command) -> None:
    book = book_with(hello=sample("hello"))
    command("--accept")
    before = files(book)
    (book.snippets / "odd" / "recorded" / "hello.build.out").write_text("mine\n", encoding="utf-8")
    command("--accept")
    assert files(book) == before


def test_accept_mends_what_is_half_there(book_with: BookWith, command: Command) -> None:
    book = book_with(hello=sample("hello"))
    command("--accept")
    before = files(book)
    (book.snippets / "odd" / "recorded" / "hello.build.json").unlink()
    command("--accept")
    assert files(book) == before


def test_accept_keeps_nothing_of_a_failure(book_with: BookWith, command: Command) -> None:
    book = book_with(hello=sample("hello"))
    command("--accept")
    before = files(book)
    book_with(hello=sample("ends_with_three"))
    assert command("--accept").status == 1
    assert files(book) == before


def test_accept_does_not_take_the_label_that_a_program_does_not_name(
    book_with: BookWith, command: Command
) -> None:
    label = f"{sys.version_info[0]}.{sys.version_info[1]}"
    book = book_with(hello=sample("hello"))
    answer = command("odd/hello", "--on", label, "--accept")
    assert answer.outcomes[0]["state"] == "ran"
    assert answer.problem["seen"] == f"not accepted: it ran on {label}"
    assert files(book) == {}


def test_accept_leaves_a_reference_that_could_not_be_made_here(
    book_with: BookWith, command: Command
) -> None:
    book = book_with(old=with_header("print('here')\n", 'on = ["3.2"]'))
    program = load_id("odd/old", book)
    recording.write(recording_of(program, "3.2"), book.snippets)
    before = files(book)
    assert command("--accept").status == 0
    assert files(book) == before


def test_accept_takes_no_file_from_outside(book: Book, command: Command, tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text(sample("hello"), encoding="utf-8")
    before = sorted(book.root.rglob("*"))
    command(str(tmp_path / "mine.py"), "--accept")
    assert sorted(book.root.rglob("*")) == before


def test_accept_takes_no_timing_from_a_busy_machine(
    book_with: BookWith, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend_other_work(40.0, monkeypatch)
    book = book_with(timed=with_header("print(1)\n", 'lane = "alone"'), other=sample("hello"))
    answer = command("--accept")
    assert answer.status == 1
    assert answer.problem["place"] == "snippets/odd/timed.py"
    assert answer.problem["expected"] == "a quiet machine for timings"
    assert answer.problem["seen"].startswith("not accepted: other work took ")
    assert answer.problem["command"] == "python -m scripts.run --accept odd/timed"
    assert sorted(files(book)) == ["other.build.json", "other.build.out"]


def test_accept_renews_a_reference_that_does_not_say_whether_its_runs_agree(
    book_with: BookWith, command: Command
) -> None:
    book = book_with(hello=with_header(sample("hello"), "runs = 2"))
    command("--accept")
    before = files(book)
    program = load_id("odd/hello", book)
    # A copy: what is read is read once.
    old = deepcopy(recording.committed(program, recording.BUILD, book))
    assert old is not None
    for run in old.runs:
        del run["text"]
    recording.write(old, book.snippets)
    assert files(book) != before
    command("--accept")
    assert files(book) == before
