"""The quizzes of every page can be answered; the tiny book's show that the tests would notice."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.book_samples import made
from tests.site.answering import answer, try_again, verdict, words_of
from tests.site.axe import grave_colours, grave_findings
from tests.site.conftest import Tab, every_chapter, served


def quizzes(page: Page) -> list[Locator]:
    """All quizzes of a page."""
    return page.locator("div.quiz").all()


@pytest.fixture(scope="module")
def tiny_tab(browser: Browser) -> Iterator[Tab]:
    """A tab on the tiny book, which has two quizzes."""
    with served(made().root / "site") as origin:
        yield Tab(browser.new_context().new_page(), origin)


def test_the_tiny_book_has_one_quiz_to_choose_and_one_to_tick(tiny_tab: Tab) -> None:
    page = tiny_tab.visit("quizzes/")
    kinds = [quiz.locator("input").first.get_attribute("type") for quiz in quizzes(page)]
    assert kinds == ["radio", "checkbox"]


@pytest.mark.parametrize("number", [0, 1])
def test_a_right_answer_is_told_from_a_wrong_one(tiny_tab: Tab, number: int) -> None:
    quiz = quizzes(tiny_tab.visit("quizzes/"))[number]
    told = []
    for rightly in (False, True):
        answer(quiz, rightly=rightly)
        told.append(verdict(quiz))
        try_again(quiz)
    assert told == ["wrong", "right"]


def test_a_quiz_says_what_the_author_wrote_under_the_option(tiny_tab: Tab) -> None:
    quiz = quizzes(tiny_tab.visit("quizzes/"))[0]
    answer(quiz, rightly=False)
    assert "It went on." in quiz.locator(".quiz-feedback").inner_text()


def test_a_right_option_is_not_called_wrong_because_another_is_missing(tiny_tab: Tab) -> None:
    quiz = quizzes(tiny_tab.visit("quizzes/"))[1]
    quiz.get_by_label("A number").check()
    quiz.locator("button[type=submit]").click()
    words = words_of(quiz)
    assert "The second word." in words
    assert not words.startswith("Wrong: A number")


@every_chapter
def test_every_quiz_tells_right_from_wrong_and_an_answered_page_is_sound(
    tab: Tab, address: str
) -> None:
    wanted, told = {}, {}
    page = tab.visit(address)
    for number, quiz in enumerate(quizzes(page)):
        # The second answer stays for axe: in one quiz the right one, in the next a wrong one.
        for rightly in (number % 2 == 1, number % 2 == 0):
            word = "right" if rightly else "wrong"
            name = f"{quiz.get_attribute('id')}, answered {word}"
            if quiz.locator(".quiz-feedback").is_visible():
                try_again(quiz)
            answer(quiz, rightly=rightly)
            wanted[name], told[name] = word, verdict(quiz)
    assert told == wanted
    assert tab.errors == []
    assert grave_in_both_schemes(page) == []


@pytest.mark.parametrize("rightly", [True, False], ids=["right", "wrong"])
def test_answers_right_and_wrong_are_sound(tiny_tab: Tab, rightly: bool) -> None:
    page = tiny_tab.visit("quizzes/")
    for quiz in quizzes(page):
        answer(quiz, rightly=rightly)
    assert grave_in_both_schemes(page) == []


def grave_in_both_schemes(page: Page) -> list[str]:
    """axe's findings in the light, and those of the colours in the dark."""
    light = grave_findings(page)
    page.emulate_media(reduced_motion="reduce")  # else the colours are on their way
    page.evaluate("() => { document.body.dataset.mdColorScheme = 'slate' }")
    return light + grave_colours(page)
