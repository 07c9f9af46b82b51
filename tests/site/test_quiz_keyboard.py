"""Quizzes by keyboard alone: everything can be reached, nothing loses the focus."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site.answering import verdict, words_of
from tests.site.conftest import Tab
from tests.site.tiny import KINDS, QUIZZES, quiz, tiny_tab

SMALL = """() => [...document.querySelectorAll("interleave-quiz :is(button, input, textarea, a, summary)")]
  .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest("p, li:not(.quiz-step), .quiz-explanation"))
  .map((e) => [e, (e.type === "radio" || e.type === "checkbox" ? e.closest(".quiz-option") : e).getBoundingClientRect()])
  .filter(([, box]) => box.height < 24 || box.width < 24).map(([e]) => e.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def tiny(browser: Browser) -> Iterator[Tab]:
    with tiny_tab(browser) as tab:
        yield tab


def at(page: Page, css: str) -> bool:
    """Whether the focus is on something like this."""
    found: bool = page.evaluate("(css) => document.activeElement.matches(css)", css)
    return found


def enter(page: Page, one: Locator) -> None:
    """Tab into a quiz from just before it."""
    one.evaluate("(e) => { e.tabIndex = -1; e.focus(); e.removeAttribute('tabindex'); }")
    page.keyboard.press("Tab")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_a_choice_is_answered_with_arrows_and_enter(tiny: Tab) -> None:
    page = tiny.visit(QUIZZES)
    one = quiz(page, "quizzes-far")
    enter(page, one)
    press(page, "Space", "ArrowDown", "ArrowDown")
    expect(one.get_by_label("Nowhere")).to_be_checked()
    press(page, "ArrowUp", "Enter")
    assert words_of(one) == "Wrong. It went on."
    assert at(page, "input"), "the focus stays where it was"
    press(page, "ArrowUp", "Enter")
    assert verdict(one) == "right"
    assert at(page, ".quiz-result"), "the focus goes to the explanation"
    press(page, "Tab")
    assert at(page, ".il-proof"), "and on to its evidence"


def test_boxes_are_ticked_with_the_space_bar(tiny: Tab) -> None:
    page = tiny.visit(QUIZZES)
    one = quiz(page, "quizzes-words")
    enter(page, one)
    press(page, "Space", "Tab", "Space", "Tab", "Tab", "Enter")
    assert verdict(one) == "right"


def test_try_again_and_show_the_answer_are_the_next_tabs(tiny: Tab) -> None:
    page = tiny.visit(QUIZZES)
    one = quiz(page, "quizzes-far")
    enter(page, one)
    press(page, "Space", "ArrowDown", "Tab", "Enter")
    assert at(page, ".quiz-check")
    press(page, "Enter")
    assert at(page, "input"), "another try begins at the options"
    expect(one.locator("input:checked")).to_have_count(0)
    press(page, "Space", "ArrowDown", "Enter", "Tab", "Tab")
    assert at(page, ".quiz-show")
    press(page, "Enter")
    assert at(page, ".quiz-result")


def test_answering_again_and_forgetting_keep_the_focus(tiny: Tab) -> None:
    page = tiny.visit(QUIZZES)
    one = quiz(page, "quizzes-far")
    one.get_by_label("To 12,000").check()
    press(page, "Enter")
    one.get_by_role("button", name="Answer again").press("Enter")
    assert at(page, "input")
    one.get_by_role("button", name="Forget this answer").press("Enter")
    assert at(page, ".quiz-check")
    assert words_of(one) == "Forgotten. This question is new again."


def test_steps_move_with_their_buttons_and_the_focus_goes_with_them(tiny: Tab) -> None:
    page = tiny.visit(KINDS)
    one = quiz(page, "kinds-order")
    enter(page, one)
    for _ in range(3):
        press(page, "Tab", "Enter")
        assert at(page, "[data-move='1']")
        step = page.evaluate("() => document.activeElement.closest('li').innerText.split('\\n')[0]")
        assert words_of(one).startswith(f"“{step}” is step ")
        press(page, "Shift+Tab")
    press(page, "Enter", "Enter", "Enter", "Enter", "Enter")
    assert at(page, "[data-move='-1']"), "also at the end of its way"


def test_enter_submits_a_blank(tiny: Tab) -> None:
    page = tiny.visit(KINDS)
    one = quiz(page, "kinds-predict")
    enter(page, one)
    page.keyboard.type("counted 12000")
    press(page, "Enter")
    assert verdict(one) == "right"
    assert at(page, ".quiz-result")


def test_a_wrong_blank_is_marked_and_comes_first_in_another_try(tiny: Tab) -> None:
    page = tiny.visit(KINDS)
    one = quiz(page, "kinds-typed")
    enter(page, one)
    for words in ("counted", "1", "5"):
        page.keyboard.type(words)
        press(page, "Tab")
    press(page, "Enter", "Enter")
    assert at(page, "[aria-invalid=true]")
    page.keyboard.type("12000")
    press(page, "Enter")
    assert verdict(one) == "right"


@pytest.mark.parametrize("width", [360, 1280])
def test_every_target_is_large_enough(tiny: Tab, width: int) -> None:
    page = tiny.visit(KINDS, width=width)
    expect(quiz(page, "kinds-order").get_by_role("button", name="Check")).to_be_visible()
    assert page.evaluate(SMALL) == []
    quiz(page, "kinds-outcomes").get_by_label("12,000").check()
    quiz(page, "kinds-outcomes").get_by_role("button", name="Check").click()
    assert page.evaluate(SMALL) == []


def test_a_quiz_is_named_by_its_question(tiny: Tab) -> None:
    page = tiny.visit(QUIZZES)
    group = page.get_by_role("group", name="How far did it count?")
    expect(group.get_by_role("radio")).to_have_count(3)
