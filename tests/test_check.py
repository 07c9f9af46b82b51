"""python -m scripts.check on a whole book: each mistake fails, with its place and its cure."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import check
from scripts.book import Book
from scripts.problem import Problem
from tests.book_samples import change, command, copied, made

Break = Callable[[Book], int]


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """A copy of the tiny book that may be broken."""
    return copied(tmp_path)


def delete_a_recording(book: Book) -> int:
    (book.snippets / "first" / "recorded" / "counts.build.out").unlink()
    (book.snippets / "first" / "recorded" / "counts.build.json").unlink()
    return 0


def edit_a_recording(book: Book) -> int:
    change(book.snippets / "first" / "recorded" / "counts.build.out", "12000", "13000")
    return 0


def break_a_proof(book: Book) -> int:
    return change(book.docs / "first" / "index.md", "counted >= 12000", "counted > 12000")


def break_an_id(book: Book) -> int:
    return change(book.docs / "texts" / "index.md", 'program("texts/breaks', 'program("texts/breks')


def break_a_quiz(book: Book) -> int:
    return change(book.docs / "quizzes" / "index.md", "- [ ] A date", "- [ ]A date")


# What is broken, and then: its place, a word of what is seen, and the cure.
MISTAKES: dict[str, tuple[Break, str, str, str]] = {
    "a recording is gone": (
        delete_a_recording,
        "snippets/first/counts.py",
        "missing for build",
        "python -m scripts.run --accept first/counts",
    ),
    "a recording was edited by hand": (
        edit_a_recording,
        "snippets/first/recorded/counts.build.json",
        "edited after the run",
        "python -m scripts.run --accept first/counts",
    ),
    "a proof is false": (
        break_a_proof,
        "docs/first/index.md:@LINE@",
        "it held in 0 of 2 runs",
        "python -m scripts.run first/counts",
    ),
    "an id is wrong": (
        break_an_id,
        "docs/texts/index.md:@LINE@",
        "there is no program 'texts/breks_pages'",
        "ls snippets/*/",
    ),
    "an option is lost": (
        break_a_quiz,
        "docs/quizzes/index.md:@LINE@",
        "'- [ ]A date'",
        "sed -n @LINE@,+12p docs/quizzes/index.md",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_fails_with_its_place_and_its_cure(book: Book, name: str) -> None:
    mistake, place, seen, cure = MISTAKES[name]
    line = str(mistake(book))
    done = command(book, "scripts.check")
    assert done.returncode == 1
    told = done.stderr.split("\n    ")
    assert told[0].startswith(place.replace("@LINE@", line) + ": ")
    assert seen in told[0]
    assert f"look:     {cure.replace('@LINE@', line)}\n" in done.stderr


def test_a_book_without_mistakes_passes_with_its_built_site() -> None:
    book = made()
    done = command(book, "scripts.check", "--site", str(book.root / "site"))
    assert (done.returncode, done.stderr) == (0, "Checked the built site: nothing to mend.\n")


def test_the_sources_alone_are_checked_without_a_site(capfd: pytest.CaptureFixture[str]) -> None:
    assert check.main([], made()) == 0


def test_the_site_is_read_only_when_the_sources_are_right(book: Book) -> None:
    break_a_proof(book)
    done = command(book, "scripts.check", "--site", "nowhere")
    assert "1 to mend in the built site." in done.stderr
    assert "no index.html" not in done.stderr


def test_other_pages_can_be_checked(book: Book, tmp_path: Path) -> None:
    other = tmp_path / "pages"
    other.mkdir()
    (other / "page.md").write_text("\n{{ nothing }}\n", encoding="utf-8")
    done = command(book, "scripts.check", "--docs", str(other))
    assert f"{other}/page.md:2: UndefinedError: 'nothing' is undefined\n" in done.stderr


def test_all_problems_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    one = Problem("a:1", expected="x", seen="y", command="z")
    assert check.told([one, one], "the sources") == 1


def test_the_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        check.main(["--help"])
    assert ended.value.code == 0
    assert re.search(r"--docs DIR.*--site DIR", capsys.readouterr().out, re.DOTALL)
