"""The cards on every page: read, worked by keyboard, without scripts, and on paper."""

import re
import urllib.request
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Locator, Page, expect

from scripts.book import Book
from tests.site.conftest import SITE, Tab, a_page_of_each_chapter, every_chapter

CARDS = "figure.il-card"
PROGRAMS = Book().program_paths()
OPEN_PREDICTIONS = "() => document.querySelectorAll('.il-reveal').forEach((d) => { d.open = true })"
# An output with the line on where it comes from, as far as they can be seen.
VISIBLE = """(card) => [...card.querySelectorAll(".il-panel")]
  .filter((panel) => panel.checkVisibility())
  .map((panel) => [...panel.querySelectorAll("samp, .il-where")]
    .filter((e) => e.checkVisibility()).map((e) => e.innerText.trim()))"""
WHERE = re.compile(r"\w+ \d\.\d+.* · .*GIL.* · \d+ CPU.* · \d+\.\d\d s · \d+ \w+ \d{4}$")


def in_chapter(path: Path) -> str:
    """ "races/deposit.py" for a program's path."""
    return f"{path.parent.name}/{path.name}"


def cards(page: Page) -> list[Locator]:
    """All cards of a page, with their outputs uncovered."""
    page.evaluate(OPEN_PREDICTIONS)
    return page.locator(CARDS).all()


def looked_at(page: Page) -> list[tuple[str, list[list[str]], str]]:
    """By card: its id, its outputs as VISIBLE finds them, and its code; in one look at the page."""
    page.evaluate(OPEN_PREDICTIONS)
    found: list[tuple[str, list[list[str]], str]] = page.locator(CARDS).evaluate_all(
        f"""(cards) => cards.map((card) =>
          [card.id, ({VISIBLE})(card), card.querySelector(".il-code code").innerText.trim()])"""
    )
    return found


def with_tabs(page: Page) -> list[Locator]:
    """The cards with an output for each of several interpreters."""
    page.evaluate(OPEN_PREDICTIONS)
    return page.locator(CARDS, has=page.locator(".il-tabs")).all()


def some(cards: list[Locator]) -> list[Locator]:
    """The first two and the last, where going to each with mouse or keys would take minutes."""
    return cards if len(cards) < 4 else [*cards[:2], cards[-1]]


def seen(card: Locator) -> list[str]:
    """The one output that stands open, and where it comes from."""
    found: list[list[str]] = card.evaluate(VISIBLE)
    assert len(found) == 1, f"{len(found)} outputs are visible"
    return found[0]


def test_some_page_has_cards_and_some_card_has_tabs() -> None:
    html = "".join(path.read_text(encoding="utf-8") for path in SITE.rglob("*.html"))
    assert 'class="il-card"' in html
    assert 'class="il-tabs"' in html


@every_chapter
def test_every_card_shows_an_output_and_where_it_comes_from(tab: Tab, address: str) -> None:
    for name, outputs, _ in looked_at(tab.visit(address)):
        assert len(outputs) == 1, f"{name}: {len(outputs)} outputs are visible"
        output, where = outputs[0]
        assert output, name
        assert WHERE.search(where), where


@a_page_of_each_chapter
def test_the_badges_of_a_card_lead_to_what_they_mean(tab: Tab, address: str) -> None:
    for card in some(cards(tab.visit(address))):
        for link in card.locator(".il-badges > a").all():
            expect(link).to_be_visible()
            assert (link.get_attribute("href") or "").endswith("#badges")
            words = link.locator(".il-badge").all_inner_texts()
            assert words
            assert all(len(one.split()) > 1 for one in words), words


@a_page_of_each_chapter
def test_a_prediction_hides_the_output_until_the_reader_asks(tab: Tab, address: str) -> None:
    page = tab.visit(address)
    hidden = page.locator(CARDS, has=page.locator(".il-reveal"))
    assert hidden.evaluate_all(f"(cards) => cards.flatMap({VISIBLE})") == []
    for card in some(hidden.all()):
        card.locator(".il-reveal > summary").click()
        assert seen(card)[0]


@a_page_of_each_chapter
def test_tab_and_arrow_keys_choose_the_interpreter(tab: Tab, address: str) -> None:
    page = tab.visit(address)
    for card in some(with_tabs(page)):
        before = seen(card)
        _focus_the_tabs(page, card)
        ring = card.locator(".il-tabs").evaluate("(e) => getComputedStyle(e).outlineStyle")
        assert ring == "solid", f"no ring round {card.get_attribute('id')}"
        page.keyboard.press("ArrowRight")
        assert seen(card) != before
        page.keyboard.press("ArrowLeft")
        assert seen(card) == before


def _focus_the_tabs(page: Page, card: Locator) -> None:
    """Go there with the Tab key from the listing, as a reader does."""
    card.locator(".il-code pre").focus()
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.type") == "radio":
            return
    pytest.fail(f"Tab does not reach the interpreters of {card.get_attribute('id')}")


@every_chapter
def test_without_scripts_every_card_can_be_read(plain_tab: Tab, address: str) -> None:
    for name, outputs, code in looked_at(plain_tab.visit(address)):
        assert code, name
        assert len(outputs) == 1, f"{name}: {len(outputs)} outputs are visible"
        assert all(outputs[0]), name


@a_page_of_each_chapter
def test_without_scripts_the_evidence_opens(plain_tab: Tab, address: str) -> None:
    page = plain_tab.visit(address)
    for card in page.locator(CARDS).all()[:3]:
        card.locator(".il-evidence > summary").click()
        expect(card.locator(".il-evidence a[download]").first).to_be_visible()


@a_page_of_each_chapter
def test_without_scripts_a_prediction_opens(plain_tab: Tab, address: str) -> None:
    page = plain_tab.visit(address)
    for card in some(page.locator(CARDS, has=page.locator(".il-reveal")).all()):
        card.locator(".il-reveal > summary").click()
        assert seen(card)[0]


@a_page_of_each_chapter
def test_without_scripts_the_interpreters_can_be_chosen(plain_tab: Tab, address: str) -> None:
    for card in some(with_tabs(plain_tab.visit(address))):
        before = seen(card)
        card.locator(".il-tabs label:has(:not(:checked))").first.click()
        assert seen(card) != before


@every_chapter
def test_paper_shows_every_output_once_and_where_it_comes_from(tab: Tab, address: str) -> None:
    page = tab.visit(address)
    page.emulate_media(media="print")
    # As the theme does before it prints. A frame later: until then, what was far from the view
    # may count as not drawn.
    hidden, shown, other = page.evaluate(
        """async () => {
             document.querySelectorAll("details").forEach((one) => { one.open = true });
             await new Promise((done) => setTimeout(done, 300));
             const seen = (e) => e.checkVisibility({ contentVisibilityAuto: true });
             const all = (selector) => [...document.querySelectorAll(selector)];
             const text = (panel) => panel.querySelector("samp").textContent;
             return [
               all(".il-panel:not(.il-panel--same) samp, .il-panel .il-where").filter((e) => !seen(e)),
               all(".il-panel--same samp, .il-run, .il-evidence table").filter(seen),
               all(".il-panel--same").filter((e) => text(e) !== text(e.previousElementSibling)),
             ].map((found) => found.map((e) => e.closest("figure").id));
           }"""
    )
    assert hidden == []
    assert shown == [], "evidence, how to run it, and what was printed just before"
    assert other == []


@pytest.mark.parametrize("path", PROGRAMS, ids=in_chapter)
def test_a_published_program_is_the_one_that_ran(origin: str, path: Path) -> None:
    with urllib.request.urlopen(f"{origin}programs/{in_chapter(path)}") as answer:
        assert answer.read() == path.read_bytes()


def test_there_are_programs_to_publish() -> None:
    assert PROGRAMS


@a_page_of_each_chapter
def test_the_files_of_a_card_can_be_fetched(tab: Tab, address: str) -> None:
    page = tab.visit(address)
    links = page.locator(f"{CARDS} a[download]").evaluate_all("(all) => all.map((a) => a.href)")
    files = {SITE / unquote(url.removeprefix(tab.origin)) for url in links}
    assert [file for file in sorted(files) if not file.is_file()] == []
