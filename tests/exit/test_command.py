"""python -m scripts.exit: each builder's pages are compared, and what it cannot build is told."""

import shutil
from pathlib import Path

import pytest

from scripts.book import Book
from scripts.exit import __main__ as command
from scripts.exit import builders
from scripts.exit.builders import Builder, properdocs, zensical
from scripts.problem import Problem
from tests.book_samples import copied


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """A copy of the tiny book."""
    return copied(tmp_path)


def copy(book: Book) -> Path:
    """A builder's site that is the site itself."""
    folder = builders.home(book) / "copy"
    shutil.copytree(book.root / "site", folder)
    return folder


def without_kinds(book: Book) -> Path:
    """One that lost what stands on a page."""
    folder = copy(book)
    (folder / "kinds" / "index.html").write_text("<p>Nothing</p>", encoding="utf-8")
    return folder


def python_that(book: Book, *lines: str) -> None:
    """Put a program in the place of the exit's Python."""
    path = builders.home(book) / builders.ENVIRONMENT / "bin" / "python"
    path.parent.mkdir(parents=True)
    path.write_text("\n".join(["#!/bin/sh", *lines]), encoding="utf-8")
    path.chmod(0o755)


def test_the_same_pages_end_well_and_a_lost_one_does_not(
    book: Book, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "BUILDERS", (Builder("Copy", copy),))
    assert command.main([], book) == 0
    shown = capfd.readouterr()
    assert "Checked the exit: nothing to mend." in shown.err
    assert "first/" in shown.out

    shutil.rmtree(builders.home(book))
    monkeypatch.setattr(command, "BUILDERS", (Builder("Lossy", without_kinds),))
    assert command.main([], book) == 1
    told = capfd.readouterr().err
    assert "build/exit/copy/kinds/index.html: " in told
    assert "6 quizzes, as in the site" in told


def test_pages_with_a_mistake_are_not_built(book: Book, capfd: pytest.CaptureFixture[str]) -> None:
    (book.docs / "plain" / "index.md").write_text("{{ nobody() }}", encoding="utf-8")
    assert command.main([], book) == 1
    assert "docs/plain/index.md:1" in capfd.readouterr().err


def test_without_its_environment_a_builder_says_what_makes_it(book: Book) -> None:
    with pytest.raises(Problem) as told:
        properdocs(book)
    assert told.value.command == "make exit"


def test_a_builder_that_fails_tells_its_own_words_and_the_command(book: Book) -> None:
    python_that(book, 'echo "No such theme"', "exit 3")
    with pytest.raises(Problem) as told:
        properdocs(book)
    assert told.value.seen == "it ended with 3:\nNo such theme"
    assert told.value.command.startswith("build/exit/env/bin/python -m properdocs build --strict")


def test_zensical_gets_the_expanded_book_and_nothing_of_an_older_one(book: Book) -> None:
    python_that(book, 'cp -r "$(dirname "$7")/docs" "$(dirname "$7")/site"')
    old = builders.home(book) / "zensical" / "docs" / "gone.md"
    old.parent.mkdir(parents=True)
    old.write_text("an older page", encoding="utf-8")
    site = zensical(book)
    assert not (site / "gone.md").exists()
    assert "<interleave-quiz" in (site / "quizzes" / "index.md").read_text(encoding="utf-8")


def test_the_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command.main(["--help"])
    assert ended.value.code == 0
    assert "ProperDocs" in capsys.readouterr().out
