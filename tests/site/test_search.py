"""The search travels when it is opened, and from then on works as the theme's own."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.publish import search
from tests.site.conftest import Tab, every_kind_of_page
from tests.site.tiny import exceptions, site, tiny_tab

PARTS = {search.DOCS, "workers/search."}
META = ".md-search-result__meta"
FOUND = ".md-search-result__link"


@pytest.fixture
def tiny(browser: Browser) -> Iterator[Tab]:
    with tiny_tab(browser) as tab:
        yield tab


def fetched(tab: Tab) -> set[str]:
    """What of the search was asked for beyond its settings."""
    return {part for part in PARTS for url in tab.requests if part in url}


def ask(page: Page, words: str) -> None:
    page.keyboard.press("s")
    page.keyboard.type(words)


def finds(page: Page, address: str) -> None:
    expect(page.locator(META)).to_contain_text("matching document")
    links = page.locator(FOUND).evaluate_all("(all) => all.map((e) => new URL(e.href).pathname)")
    assert f"/{address}" in links


@every_kind_of_page
def test_nothing_of_it_travels_before_it_is_opened(tab: Tab, address: str) -> None:
    page = tab.visit(address)
    page.wait_for_load_state("networkidle")
    assert fetched(tab) == set()
    ask(page, "deadlock")
    finds(page, "deadlocks/")
    assert fetched(tab) == PARTS
    assert tab.errors == []


def test_it_is_fetched_when_its_field_is_entered_before_a_word_is_typed(tiny: Tab) -> None:
    page = tiny.visit("first/")
    page.locator(".md-search__input").click()
    expect(page.locator(META)).to_have_text("Type to start searching")
    assert fetched(tiny) == PARTS


def test_a_link_with_a_question_opens_with_what_it_finds(tiny: Tab) -> None:
    finds(tiny.visit("quizzes/?q=evidence"), "first/")


def test_the_page_for_no_page_finds_the_others(tiny: Tab) -> None:
    page = tiny.visit("404.html")
    page.get_by_text("Search for it").click()
    expect(page.locator(META)).to_have_text("Type to start searching")
    page.keyboard.type("evidence")
    finds(page, "first/")


def test_what_was_found_is_marked_in_the_page(tiny: Tab) -> None:
    page = tiny.visit("")
    ask(page, "evidence")
    finds(page, "first/")
    page.keyboard.press("Enter")
    expect(page.locator("article mark").first).to_have_text("Evidence")


def test_without_a_network_it_says_so_and_is_tried_again(tiny: Tab) -> None:
    page = tiny.visit("first/")
    page.route(f"**/{search.DOCS}", lambda route: route.abort())
    ask(page, "evid")
    expect(page.locator(META)).to_contain_text("did not come")
    page.unroute(f"**/{search.DOCS}")
    page.keyboard.type("ence")
    finds(page, "first/")


def test_a_worker_that_does_not_come_is_told_and_asked_for_again(tiny: Tab) -> None:
    page = tiny.visit("first/")
    page.route("**/workers/search.*", lambda route: route.abort())
    ask(page, "evid")
    expect(page.locator(META)).to_contain_text("did not come")
    page.unroute("**/workers/search.*")
    page.keyboard.type("ence")
    finds(page, "first/")


def test_it_comes_from_the_right_place_after_instant_navigation(tiny: Tab) -> None:
    with tiny.instant(site()):
        page = tiny.visit("first/")
        page.wait_for_load_state("networkidle")
        page.evaluate("() => (window.stays = true)")
        page.locator(".md-sidebar--primary").get_by_role("link", name="A tiny book").click()
        expect(page.locator("h1")).to_contain_text("A tiny book")
        ask(page, "evidence")
        finds(page, "first/")
    assert page.evaluate("() => window.stays")
    assert exceptions(tiny) == []
