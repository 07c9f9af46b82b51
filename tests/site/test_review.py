"""The last chapter in a real browser: the chooser, the exam's sheet, and the terms."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.host import served
from scripts.review.chooser import RULES, choose, sets
from tests.site.answering import answer
from tests.site.conftest import SITE, Tab
from tests.site.tiny import kept

CHAPTER, EXAM, GLOSSARY = "review/", "review/exam/", "review/glossary/"
SIZE = 20

WALKED = """async ([rules, all]) => {
  const { walk } = await import("/assets/chooser.js");
  return all.map((given) => walk(rules, given).answer);
}"""
DRAWN = """async ([names, numbers]) => {
  const { sheet } = await import("/assets/exam.js");
  return numbers.map((number) => [...sheet(number, names)].sort());
}"""


@pytest.fixture(scope="module")
def own(browser: Browser) -> Iterator[Tab]:
    """A tab of its own, which may use the clipboard."""
    with served(SITE) as origin:
        context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
        yield Tab(context.new_page(), origin)
        context.close()


@pytest.fixture
def page(own: Tab) -> Iterator[Page]:
    yield own.visit(CHAPTER)
    assert own.errors == []
    assert own.strangers() == []


@pytest.fixture
def exam(own: Tab) -> Iterator[Page]:
    yield own.visit(EXAM + "#sheet=7")
    assert own.errors == []


def asked(page: Page) -> list[str | None]:
    shown = page.locator("interleave-chooser fieldset:visible").all()
    return [one.get_attribute("data-question") for one in shown]


def choose_these(page: Page, *names: str) -> None:
    for name in names:
        page.locator(f"#choose-{name}").check()


def on_sheet(page: Page) -> list[str | None]:
    shown = page.locator("interleave-quiz:visible").all()
    return [one.get_attribute("data-quiz") for one in shown]


# The chooser


def test_it_asks_one_question_after_the_other(page: Page) -> None:
    assert asked(page) == ["many"]
    choose_these(page, "some")
    assert asked(page) == ["many", "machines"]
    expect(page.locator("interleave-chooser [role=status]")).to_have_text(
        re.compile("^Next question: Do one machine")
    )


def test_it_gives_the_answer_that_the_page_has(page: Page) -> None:
    choose_these(page, "some", "here", "together", "waits")
    result = page.locator(".il-choose__result")
    expect(result).to_contain_text("A pool of threads")
    expect(result).to_contain_text("What would change it")
    expect(result.locator(".il-proof").first).to_be_visible()
    expect(page.locator(".il-choose__fits")).to_have_count(1)


def test_it_works_by_keyboard_alone(page: Page) -> None:
    page.locator("#choose-one").focus()
    page.keyboard.press("Space")
    expect(page.locator(".il-choose__result")).to_contain_text("No concurrency")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".il-choose__result")).to_be_hidden()
    page.keyboard.press("Tab")
    expect(page.locator("#choose-here, #choose-several").first).to_be_focused()


def test_another_answer_takes_back_what_followed(page: Page) -> None:
    choose_these(page, "some", "here", "together", "waits", "computes")
    assert asked(page) == ["many", "machines", "crash", "work", "gil"]
    choose_these(page, "several")
    assert asked(page) == ["many", "machines", "data"]


def test_the_address_keeps_a_result(page: Page, own: Tab) -> None:
    choose_these(page, "thousands", "here", "together", "waits")
    assert page.url.endswith("#choose=thousands,here,together,waits")
    again = own.visit(CHAPTER + "#choose=thousands,here,together,waits")
    expect(again.locator(".il-choose__result")).to_contain_text("Tasks on one thread")


def test_what_an_address_makes_up_is_left_out(own: Tab) -> None:
    page = own.visit(CHAPTER + "#choose=some,nonsense,__proto__")
    assert asked(page) == ["many", "machines"]
    assert own.errors == []


def test_begin_again_forgets_all(page: Page) -> None:
    choose_these(page, "one")
    page.get_by_role("button", name="Begin again").click()
    assert asked(page) == ["many"]
    assert "#" not in page.url
    expect(page.locator("#choose-one")).to_be_focused()


def test_reader_and_table_agree_on_every_way_to_answer(page: Page) -> None:
    every = list(sets())
    rules = json.loads(page.locator("interleave-chooser").get_attribute("data-rules") or "")
    assert len(rules) == len(RULES)
    assert page.evaluate(WALKED, [rules, every]) == [choose(given).answer for given in every]


def test_it_works_after_an_instant_navigation(own: Tab) -> None:
    page = own.visit(EXAM)
    page.locator(".md-sidebar--primary").get_by_text("Review", exact=True).first.click()
    page.wait_for_url("**/review/")
    page.locator("#choose-one").check()
    expect(page.locator(".il-choose__result")).to_contain_text("No concurrency")


def test_without_scripts_the_table_and_all_answers_stand_there(plain_tab: Tab) -> None:
    page = plain_tab.visit(CHAPTER)
    expect(page.locator(".il-choose__form")).to_be_hidden()
    expect(page.locator(".il-choose__table tbody tr")).to_have_count(len(RULES))
    for rule in RULES:
        expect(page.locator(f"#use-{rule.answer}")).to_be_visible()


# The exam


def test_a_sheet_has_twenty_questions_from_all_chapters(exam: Page) -> None:
    names = on_sheet(exam)
    assert len(names) == SIZE
    chapters = json.loads(exam.locator("interleave-exam").get_attribute("data-chapters") or "")
    for chapter in chapters:
        own = [one for one in names if one and one.startswith(f"exam-{chapter['name']}-")]
        assert own, chapter["title"]


def test_the_number_of_a_sheet_makes_it(exam: Page, own: Tab) -> None:
    first = on_sheet(exam)
    assert on_sheet(own.visit(EXAM + "#sheet=8")) != first
    assert on_sheet(own.visit(EXAM + "#sheet=7")) == first


def test_sheets_differ_and_each_question_comes_up(exam: Page) -> None:
    every = exam.locator("interleave-quiz").evaluate_all("(all) => all.map((e) => e.dataset.quiz)")
    names: dict[str, list[str]] = {}
    for one in every:
        names.setdefault(one.split("-")[1], []).append(one)
    drawn = exam.evaluate(DRAWN, [names, list(range(100))])
    assert {len(sheet) for sheet in drawn} == {SIZE}
    assert len({tuple(sheet) for sheet in drawn}) > 90
    assert {one for sheet in drawn for one in sheet} == set(every)


def test_whoever_comes_gets_a_sheet_with_its_number_in_the_address(own: Tab) -> None:
    page = own.visit(EXAM)
    number = re.search(r"#sheet=(\d+)$", page.url)
    assert number
    expect(page.locator(".il-exam__said")).to_contain_text(f"Sheet {number[1]}")
    assert len(on_sheet(page)) == SIZE


def test_a_link_to_a_question_shows_them_all(own: Tab) -> None:
    page = own.visit(EXAM + "#quiz-exam-races-orders")
    assert len(on_sheet(page)) == page.locator("interleave-quiz").count()
    expect(page.locator("#quiz-exam-races-orders")).to_be_in_viewport()


def test_all_questions_can_be_asked_for(exam: Page, own: Tab) -> None:
    exam.get_by_role("button", name="Show all questions").click()
    every = exam.locator("interleave-quiz").count()
    assert len(on_sheet(exam)) == every
    assert exam.url.endswith("#sheet=all")
    assert len(on_sheet(own.visit(EXAM + "#sheet=all"))) == every


def test_an_answer_counts_in_the_result_and_in_the_store(exam: Page) -> None:
    quiz = exam.locator("interleave-quiz[data-kind=single]:visible").first
    answer(quiz, rightly=False)
    result = exam.locator(".il-exam__result")
    expect(result).to_contain_text("0 of 20 right at the first try, 1 not yet")
    expect(result).to_contain_text("Read again:")
    assert list(kept(exam)) == [quiz.get_attribute("data-quiz")]


def test_another_sheet_is_drawn_by_a_button(exam: Page) -> None:
    first = exam.url
    exam.get_by_role("button", name="Draw another sheet").click()
    assert exam.url != first
    assert len(on_sheet(exam)) == SIZE


def test_on_paper_and_without_scripts_all_questions_stand_there(exam: Page, plain_tab: Tab) -> None:
    exam.emulate_media(media="print")
    every = exam.locator("interleave-quiz").count()
    assert len(on_sheet(exam)) == every > SIZE
    assert len(on_sheet(plain_tab.visit(EXAM))) == every


# The terms


def a_term(own: Tab) -> Page:
    """A page with a term on it."""
    for address in ("races/", "locks/", "start/"):
        page = own.visit(address)
        if page.locator(".il-term").count():
            return page
    pytest.fail("no chapter links a term")


TIP = "(e) => getComputedStyle(e, '::after').content"


def test_a_term_says_what_it_means_when_it_has_the_focus(own: Tab) -> None:
    page = a_term(own)
    term = page.locator(".il-term").first
    assert term.evaluate(TIP) == "none"
    page.keyboard.press("Tab")  # so that the focus shows
    term.focus()
    assert (term.get_attribute("aria-description") or "?") in term.evaluate(TIP)
    page.keyboard.press("Escape")
    assert term.evaluate(TIP) == "none"


def test_a_term_leads_to_its_entry_and_back(own: Tab) -> None:
    page = a_term(own)
    here, term = page.url, page.locator(".il-term").first
    name = term.get_attribute("id")
    term.click()
    page.wait_for_url(re.compile("review/glossary/#"))
    page.locator(f".il-used a[href$='{here.removeprefix(own.origin)}#{name}']").click()
    page.wait_for_url(f"{here}#{name}")
    expect(page.locator(f"#{name}")).to_be_in_viewport()
