"""mkdocs-quiz 1.7.1 and ours read the same; these tests fail when another version does not."""

from importlib.metadata import version

import pytest
from mkdocs_quiz.parsing import find_quizzes  # type: ignore[import-untyped]
from mkdocs_quiz.plugin import MkDocsQuizPlugin  # type: ignore[import-untyped]

from scripts import page, sources
from scripts.book import Book
from scripts.quiz import Quiz, broken
from tests.quiz.test_model import CHOICE, ORDER, read


def chapters() -> list[Quiz]:
    """Every quiz of the book whose options are to be chosen."""
    book = Book()
    functions = sources.functions_of(book, book.docs)
    found = [
        quiz
        for one in page.pages(book.docs, book)
        for quiz in sources.quizzes_of(one, functions)
        if quiz.is_choice
    ]
    assert found
    return found


def test_it_is_the_version_that_was_measured() -> None:
    assert version("mkdocs-quiz") == "1.7.1"


def test_its_parser_and_ours_agree_on_every_quiz_of_the_book() -> None:
    for quiz in [read(CHOICE), read(ORDER), *chapters()]:
        lines = "\n".join(quiz.lines).strip("\n").split("\n")
        plugin = MkDocsQuizPlugin()
        question, options, right, feedback, rest = plugin._parse_quiz_question_and_answers(lines)
        assert question == quiz.question
        assert [one.strip() for one in options] == [option.text for option in quiz.options]
        assert [one.strip() for one in right] == [one.text for one in quiz.options if one.right]
        assert [one.strip() for one in feedback] == [option.feedback for option in quiz.options]
        assert "\n".join(lines[rest:]).strip() == quiz.explanation
        assert list(broken(quiz)) == []


@pytest.mark.parametrize("tag", ['<quiz id="q">', '<quiz kind="order">'])
def test_it_does_not_know_attributes(tag: str) -> None:
    """Once it does, they may mean something else to it than to us."""
    assert find_quizzes(f"{tag}\nWhich?\n\n- [x] One\n</quiz>") == []


@pytest.mark.parametrize("name", ["_create_fragment_markdown", "_convert_fragment_markdown"])
def test_it_has_what_the_hook_calls(name: str) -> None:
    assert callable(getattr(MkDocsQuizPlugin, name))
