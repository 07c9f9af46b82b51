"""Answers quizzes as a reader does: with the mouse, reading what the page says."""

import re

from playwright.sync_api import Locator, expect

# How a verdict begins. Whatever follows is the author's.
RIGHT = re.compile(r"^(correct|right)\b", re.IGNORECASE)
WRONG = re.compile(r"^(incorrect|wrong|not)\b", re.IGNORECASE)


def answer(quiz: Locator, *, rightly: bool) -> None:
    """Choose options and submit: all the right ones, or not exactly those."""
    for option in _options(quiz, rightly):
        quiz.locator(f"label[for='{option.get_attribute('id')}']").click()
    quiz.locator("button[type=submit]").click()
    expect(quiz.locator(".quiz-feedback")).to_be_visible()


def try_again(quiz: Locator) -> None:
    """Take the offer of another try; all is as before the first."""
    quiz.get_by_role("button", name="Try again").click()
    expect(quiz.locator(".quiz-feedback")).to_be_hidden()
    expect(quiz.locator("fieldset input:checked")).to_have_count(0)


def words_of(quiz: Locator) -> str:
    """What a screen reader says after an answer, with what the style sheet adds."""
    tree = quiz.locator(".quiz-feedback").aria_snapshot()
    return " ".join(re.sub(r"^\s*- (\w+:?)?", "", line) for line in tree.splitlines()).strip(' "')


def verdict(quiz: Locator) -> str:
    """ "right" or "wrong", by those words; else the words."""
    words = words_of(quiz)
    if RIGHT.match(words):
        return "right"
    return "wrong" if WRONG.match(words) else words


def _options(quiz: Locator, rightly: bool) -> list[Locator]:
    options = quiz.locator("fieldset input").all()
    right = [one for one in options if one.get_attribute("data-correct") is not None]
    wrong = [one for one in options if one not in right]
    assert right, "a quiz has a right option"
    # Where all options are right, one alone is not enough.
    return right if rightly else (wrong or right)[:1]
