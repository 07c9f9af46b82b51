"""python -m scripts.lab: runs the programs for real, keeps what fits, refuses what does not."""

from dataclasses import replace
from pathlib import Path

import pytest

from scripts.book import Book
from scripts.lab import __main__ as command
from scripts.lab import browse, record
from scripts.lab.program import programs
from scripts.lab.record import Record
from tests.lab.samples import copied, recorded


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Record:
    """What the browser is made to give."""
    made = recorded(copied(tmp_path))
    monkeypatch.setattr(browse, "record", lambda book: made)
    return made


def test_the_readers_modules_run_in_a_real_browser(tmp_path: Path) -> None:
    book = copied(tmp_path)
    found = browse.record(book, runs=3)
    assert found.browser.startswith("Chromium ")
    totals = {one.name: found.total(one) for one in programs(book)}
    assert totals["lost_broken"]["additions"] == 3 * 2_000_000
    assert totals["lost_fixed"]["lost"] == 0
    assert totals["buffer_fixed"]["both_0"] == 0
    assert totals["lost_broken"]["lost"] > 0
    assert totals["buffer_broken"]["both_0"] > 0


def test_it_prints_and_keeps_nothing_unasked(
    tmp_path: Path, made: Record, capsys: pytest.CaptureFixture[str]
) -> None:
    book = Book(tmp_path)
    assert command.main([], book) == 0
    assert "lost_broken: 3 runs. 90 of 300 additions were lost." in capsys.readouterr().err
    assert not record.path(book).exists()


def test_accept_keeps_it_and_leaves_one_that_fits(
    tmp_path: Path, made: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = Book(tmp_path)
    assert command.main(["--accept"], book) == 0
    assert record.read(book) == made
    other = replace(made, browser="Chromium 157")
    monkeypatch.setattr(browse, "record", lambda book: other)
    assert command.main(["--accept"], book) == 0
    assert record.read(book) == made, "it fits, so a diff would mean nothing"


def test_what_bears_out_no_claim_is_not_kept(
    tmp_path: Path,
    made: Record,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    book = Book(tmp_path)
    none = {"buffer_broken": [run | {"both_0": 0} for run in made.runs["buffer_broken"]]}
    monkeypatch.setattr(browse, "record", lambda book: replace(made, runs={**made.runs, **none}))
    assert command.main(["--accept"], book) == 1
    assert "it held in 0 of 3 runs" in capsys.readouterr().err
    assert not record.path(book).exists()
