"""scripts.export.terminal: mkdocs-quiz's own runner reads it, asks it and marks it."""

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from mkdocs_quiz.cli.runner import clean_markdown  # type: ignore[import-untyped]
from mkdocs_quiz.qti.extractor import (  # type: ignore[import-untyped]
    extract_quizzes_from_directory,
)
from rich.text import Text

from scripts.export.terminal import WORD_JOINER, terminal
from tests.export.kinds import SITE, asked, ids

FILES, LEFT = terminal(asked())
CHOOSE, DOWN = rb"Enter to submit", b"\x1b[B"
# What is asked, and what a person types who knows it.
ANSWERS = [
    (CHOOSE, b"2"),
    (CHOOSE, b" " + DOWN + b" " + DOWN + b" "),
    (rb"Blank 1:", b"acquire"),
    (rb"Blank 2:", b"release"),
    (rb"Your answer:", b"balance: 110"),
    (CHOOSE, b"2"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files where the runner finds them."""
    folder = tmp_path_factory.mktemp("markdown")
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def found(folder: Path) -> dict[str, Any]:
    """By the id in its link, each quiz as the runner holds it."""
    quizzes = extract_quizzes_from_directory(folder).quizzes
    return {quiz.content.rpartition("#quiz-kinds-")[2]: quiz for quiz in quizzes}


def test_what_is_left_out_is_told_in_a_sentence_and_in_the_file() -> None:
    assert {sentence.split(":")[0] for sentence in LEFT} == ids(
        "order", "partial", "typed", "number", "lines", "schedule"
    )
    assert all(f"Not here, {sentence}" in FILES["kinds.md"] for sentence in LEFT)


def test_a_chapter_without_a_question_has_no_file() -> None:
    assert FILES.keys() == {"kinds.md"}


def test_the_runner_finds_all_that_is_not_left_out(found: dict[str, Any]) -> None:
    assert found.keys() == {"single", "multiple", "blanks", "predict", "other"}


def test_the_runner_shows_what_the_author_wrote(found: dict[str, Any]) -> None:
    quiz = found["single"]
    question = clean_markdown(quiz.question)
    assert 'if 0 < lost < 10 and a & b:\n    print(f"{lost}: C:\\new")  # <b>' in question
    answers = quiz.answers
    assert [answer.is_correct for answer in answers] == [False, True, False]
    shown = [clean_markdown(answer.text).replace(WORD_JOINER, "") for answer in answers]
    assert shown == [
        "`list[int]` = {1} ~ 2 # 3",
        'x < y > z & "quoted"',
        ":: a name :: `->` a pair",
    ]


def test_rich_takes_nothing_of_a_feedback_for_a_style(found: dict[str, Any]) -> None:
    feedback = found["single"].answers[0].feedback
    shown = Text.from_markup(clean_markdown(feedback)).plain
    assert (
        shown.replace(WORD_JOINER, "")
        == "See the docs (https://example.org/a=b#c:d), *not* `[/b]`."
    )


def test_an_explanation_ends_with_the_place(found: dict[str, Any]) -> None:
    content = clean_markdown(found["single"].content)
    assert content == (
        f"Because `A -> B`. See [the other page]({SITE}/kinds/other/).\n\n"
        f"{SITE}/kinds/#quiz-kinds-single"
    )


def test_blanks_are_blanks(found: dict[str, Any]) -> None:
    blanks = {name: found[name].blanks for name in ("blanks", "predict")}
    assert {name: [blank.correct_answer for blank in some] for name, some in blanks.items()} == {
        "blanks": ["acquire", "release"],
        "predict": ["balance: 110"],
    }


def test_the_runner_asks_and_marks_every_question(folder: Path, tmp_path: Path) -> None:
    """On a terminal, as a person would: everything answered right, all points given."""
    with _running(folder, tmp_path) as screen:
        for asks, keys in ANSWERS:
            _until(screen, asks)
            os.write(screen, keys + b"\r")
            if keys != b"acquire":  # the second blank of the same question comes next
                _until(screen, rb"Press Enter")
                os.write(screen, b"\r")
        shown = _until(screen, rb"Incorrect: +\d")
    assert re.search(rb"\xe2\x9c\x93 Correct: +5", shown)


@contextmanager
def _running(folder: Path, tmp_path: Path) -> Iterator[int]:
    """mkdocs-quiz run, and the screen that a person sits at."""
    screen, of_the_runner = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "mkdocs_quiz.cli", "run", str(folder)],
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path), "TERM": "xterm", "COLUMNS": "100"},
        stdin=of_the_runner,
        stdout=of_the_runner,
        stderr=of_the_runner,
    ) as runner:
        try:
            yield screen
        finally:
            runner.kill()
    os.close(screen)
    os.close(of_the_runner)


def _until(screen: int, pattern: bytes) -> bytes:
    """What the runner writes up to a pattern."""
    shown, patience = b"", time.monotonic() + 20
    while not re.search(pattern, shown):
        assert time.monotonic() < patience, shown
        if select.select([screen], [], [], 0.1)[0]:
            part = os.read(screen, 65536)
            if b"\x1b[6n" in part:  # where is the cursor?
                os.write(screen, b"\x1b[1;1R")
            shown += part
    return shown
