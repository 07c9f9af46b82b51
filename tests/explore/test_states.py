"""States: what is kept of an exploration, and when it may be shown."""

import json
from pathlib import Path

import pytest

from scripts import recording
from scripts.book import Book
from scripts.explore import states
from scripts.explore.__main__ import main
from scripts.problem import Problem
from scripts.program import load_id
from tests.conftest import BookWith, sample

HEADER = """# /// script
# [tool.interleave]
# explore = true
# facts.balance = '(\\d+)'
# claims = ["{claim}"]
# ///
"""


def explored(claim: str = "possible: balance == 110") -> str:
    """Two deposits, with a claim over all their interleavings."""
    text = '"""Prints a balance."""\n\n' + sample("explore/deposits", THREADS=2)
    return HEADER.format(claim=claim) + text


@pytest.fixture
def kept(book_with: BookWith) -> Book:
    """A book with one program, explored and accepted."""
    book = book_with(deposits=explored())
    assert main(["--accept"], book) == 0
    return book


def reference(book: Book) -> Path:
    return states.path(book.snippets, "odd/deposits")


def forget(book: Book) -> None:
    """As on another machine."""
    states.path(recording.local(book), "odd/deposits").unlink()


def test_what_is_read_is_what_was_written(kept: Book) -> None:
    program = load_id("odd/deposits", kept)
    here, committed = states.here(program, kept), states.committed(program, kept)
    assert here is not None
    assert committed is not None
    assert here.as_json() == committed.as_json()
    assert (here.reference, committed.reference) == (False, True)
    assert here.facts == [{"balance": 110}, {"balance": 120}]


def test_this_machines_are_shown_first(kept: Book) -> None:
    program = load_id("odd/deposits", kept)
    assert not states.shown(program, kept).reference
    forget(kept)
    assert states.shown(program, kept).reference


def test_the_file_is_the_contract_of_the_command(
    kept: Book, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    main(["odd/deposits", "--json"], kept)
    told = json.loads(capsys.readouterr().out)
    written = json.loads(reference(kept).read_text(encoding="utf-8"))
    assert told.items() <= written.items()


def test_a_known_exploration_is_not_made_again(
    kept: Book, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main([], kept) == 0
    assert "(cached)" in capsys.readouterr().err


def test_a_changed_program_is_explored_again(
    kept: Book, book_with: BookWith, capsys: pytest.CaptureFixture[str]
) -> None:
    book_with(deposits=explored() + "# the end\n")
    capsys.readouterr()
    assert main([], kept) == 0
    assert "(cached)" not in capsys.readouterr().err


def test_what_the_readers_own_bounds_cut_short_is_not_kept(book_with: BookWith) -> None:
    book = book_with(deposits=explored())
    main(["odd/deposits", "--states", "3"], book)
    assert not states.path(recording.local(book), "odd/deposits").exists()


def told(book: Book) -> Problem:
    """Why a page cannot show it."""
    with pytest.raises(Problem) as caught:
        states.shown(load_id("odd/deposits", book), book)
    return caught.value


def test_a_missing_one_is_told(book_with: BookWith) -> None:
    problem = told(book_with(deposits=explored()))
    assert problem.seen == "it is missing"
    assert problem.command == "python -m scripts.explore --accept odd/deposits"


def test_one_of_another_text_is_told(kept: Book, book_with: BookWith) -> None:
    book_with(deposits=explored() + "# the end\n")
    assert told(kept).seen == "it is out of date"


@pytest.mark.parametrize(
    ("old", "new", "seen"),
    [
        ('"schedules": 18', '"schedules": 17', "edited"),
        (' "schedules": 20', "<<<<<<< HEAD\n", "merge markers"),
        ("{", "", "damaged"),
    ],
)
def test_a_spoiled_one_is_told(kept: Book, old: str, new: str, seen: str) -> None:
    forget(kept)
    text = reference(kept).read_text(encoding="utf-8")
    reference(kept).write_text(text.replace(old, new, 1), encoding="utf-8")
    problem = told(kept)
    assert seen in problem.seen
    assert problem.place.startswith("snippets/odd/recorded/deposits.states.json:")


def test_a_program_that_is_not_to_be_explored_is_told(book_with: BookWith) -> None:
    book = book_with(
        deposits=explored().replace("# explore = true\n", "").replace("possible: ", "")
    )
    assert told(book).expected == "explore = true in its header"


def test_a_good_reference_is_not_rewritten(kept: Book) -> None:
    before = reference(kept).stat().st_mtime_ns
    assert main(["odd/deposits", "--accept"], kept) == 0
    assert reference(kept).stat().st_mtime_ns == before


def test_a_program_without_the_key_is_not_accepted(book_with: BookWith) -> None:
    book = book_with(plain='"""Prints."""\n\nprint("no threads")\n')
    assert main(["odd/plain", "--accept"], book) == 1
    assert not states.path(book.snippets, "odd/plain").exists()


def test_a_claim_that_does_not_hold_is_told_and_not_accepted(
    book_with: BookWith, capsys: pytest.CaptureFixture[str]
) -> None:
    book = book_with(deposits=explored("certain: balance == 120"))
    capsys.readouterr()
    assert main(["--accept"], book) == 1
    words = capsys.readouterr().err
    assert "snippets/odd/deposits.py:5" in words
    assert "it holds in 1 of 2 outcomes: finished '110\\n', finished '120\\n'" in words
    assert not reference(book).exists()
