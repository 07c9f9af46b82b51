"""scripts.lint.compared: options and words that an author wrote must be in the page."""

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from scripts.lint.compared import lost, said
from scripts.quiz import Quiz, quizzes
from scripts.quiz.render import render
from tests.export.kinds import asked
from tests.lint.pages import GOOD, TYPED, changed
from tests.lint.test_ours import html_of


def read(markdown: str) -> Quiz:
    """The one quiz of a page."""
    (found,) = quizzes(markdown, "docs/a.md")
    assert isinstance(found, Quiz)
    return found


def compared(quiz: Quiz, old: str = "", new: str = "") -> list[tuple[str, str]]:
    """What is told of its page, in which one text was replaced by another."""
    html = render(quiz, html_of)
    assert old in html
    (node,) = HTMLParser(html.replace(old, new)).css(".quiz")
    return list(said(quiz, node))


@pytest.mark.parametrize("quiz", [one.quiz for one in asked()], ids=lambda quiz: quiz.id)
def test_every_kind_is_in_its_page_with_all_its_words(quiz: Quiz) -> None:
    assert compared(quiz) == []


def test_a_word_that_was_lost_is_told() -> None:
    assert compared(read(GOOD), "A read always gives a value", "A value") == [
        ("all that the author wrote", "nowhere in the page: always, gives")
    ]


def test_a_key_that_was_lost_is_told() -> None:
    assert compared(read(GOOD), ' data-correct="true"') == [
        ("3 options, right ones 1", "3 options, right ones none")
    ]


def test_a_blank_that_was_lost_is_told() -> None:
    assert compared(read(TYPED), 'class="quiz-blank"') == [("1 blanks", "0 in the page")]


@pytest.mark.parametrize(
    "line",
    [
        "`#!python print(x)` and **bold**{ .loud } and [a link](nowhere-else.md).",
        "```python title=\"hidden\"\nprint(f'{shown}')\n```",
        "<span class='unseen'>seen</span> &lt;quiz&gt; a&nbsp;b",
        'A <a class="il-fact" href="#x" title="lost of races">1,234</a> times',
    ],
)
def test_what_is_not_for_the_reader_is_not_missed(line: str) -> None:
    assert compared(read(changed("Both read before either writes.", line))) == []


def test_words_are_looked_for_in_the_whole_quiz() -> None:
    quiz = read(GOOD)
    (node,) = HTMLParser("<div class='quiz'>What does the second thread</div>").css(".quiz")
    assert lost(quiz, node)[:3] == ["read", "The", "old"]
