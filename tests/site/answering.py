"""Answers quizzes as a reader does: with the mouse, reading what the page says."""

import json
import re

from playwright.sync_api import Locator, expect

# How a verdict begins. Whatever follows is the author's.
RIGHT = re.compile(r"^right\b", re.IGNORECASE)
WRONG = re.compile(r"^(wrong|not)\b", re.IGNORECASE)
# What answer() does rightly, for many quizzes at once: the same events, without a mouse's way.
RIGHTLY = """(quizzes) => quizzes.map((quiz) => {
  for (const input of quiz.querySelectorAll("fieldset input[data-correct]")) input.click();
  for (const blank of quiz.querySelectorAll(".quiz-blank")) {
    const [accepted] = JSON.parse(blank.dataset.accepted);
    blank.value = accepted.number ?? accepted.text;
    blank.dispatchEvent(new Event("input", { bubbles: true }));
  }
  quiz.querySelector("button[type=submit]").click();
  return [quiz.id, quiz.querySelector(".quiz-verdict").textContent];
})"""


def answer(quiz: Locator, *, rightly: bool) -> None:
    """Give an answer of the quiz's kind and check it."""
    kind = quiz.get_attribute("data-kind")
    if kind == "order":
        put_in_order(quiz, rightly)
    elif kind in ("typed", "predict"):
        fill_in(quiz, rightly)
    else:
        for option in _options(quiz, rightly):
            option.locator("xpath=following-sibling::span[1]").click()
    quiz.locator("button[type=submit]").click()
    expect(quiz.locator(".quiz-verdict")).to_be_visible()


def answer_all(quizzes: Locator) -> dict[str, str]:
    """Give all these quizzes, none of them to put in order, a right answer; the verdicts by id."""
    return dict(quizzes.evaluate_all(RIGHTLY))


def try_again(quiz: Locator) -> None:
    """Take the offer of another try; a choice is as before the first."""
    quiz.get_by_role("button", name=re.compile("Try again|Answer again")).click()
    expect(quiz.locator(".quiz-verdict")).to_have_count(0)


def words_of(quiz: Locator) -> str:
    """What a screen reader says after an answer, with what the style sheet adds."""
    tree = quiz.locator(".quiz-said").aria_snapshot()
    lines = [
        re.sub(r"^\s*- ?(status|paragraph|strong|text)?:? ?", "", one) for one in tree.splitlines()
    ]
    return " ".join(line.strip('" ') for line in lines).strip()


def verdict(quiz: Locator) -> str:
    """ "right" or "wrong", by those words; else the words."""
    words = words_of(quiz)
    if RIGHT.match(words):
        return "right"
    return "wrong" if WRONG.match(words) else words


def put_in_order(quiz: Locator, rightly: bool) -> None:
    """With the buttons: the order of the answer, or the same with its first step last."""
    key = quiz.locator(".quiz-whys li").evaluate_all("(all) => all.map((e) => e.dataset.option)")
    wanted = key if rightly else [*key[1:], key[0]]
    for place, name in enumerate(wanted):
        step = quiz.locator(f".quiz-step[data-option='{name}']")
        while step.evaluate("(e) => [...e.parentElement.children].indexOf(e)") > place:
            step.get_by_role("button", name=re.compile("^Up:")).click()


def fill_in(quiz: Locator, rightly: bool) -> None:
    """What is accepted in each blank, or in each something else."""
    for blank in quiz.locator(".quiz-blank").all():
        accepted = json.loads(blank.get_attribute("data-accepted") or "")[0]
        blank.fill(str(accepted.get("number", accepted["text"])) if rightly else "something else")


def _options(quiz: Locator, rightly: bool) -> list[Locator]:
    options = quiz.locator("fieldset input").all()
    right = [one for one in options if one.get_attribute("data-correct") is not None]
    wrong = [one for one in options if one not in right]
    assert right, "a quiz has a right option"
    # Where all options are right, one alone is not enough.
    return right if rightly else (wrong or right)[:1]
