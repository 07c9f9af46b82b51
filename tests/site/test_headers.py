"""The site with the headers of docs/_headers, as a host sends them that can set some."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Response, expect

from scripts.host import served
from tests import headers
from tests.site.answering import answer, verdict
from tests.site.conftest import KINDS, SITE, Tab
from tests.site.test_lab_race import HELPERS, LAB, LOST, door, is_open, run
from tests.site.tiny import exceptions

PATIENCE = 60_000
CHAPTER = "deadlocks/"
LISTEN = """addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));"""


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Tab]:
    """A tab on the built site, from a host that sends them."""
    with served(SITE, sent=headers.sender(SITE / "_headers")) as origin:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        context.add_init_script(LISTEN)
        sitemap = (SITE / "sitemap.xml").read_text(encoding="utf-8")
        sitemap = re.sub(r"<loc>\w+://[^/]+/", f"<loc>{origin}", sitemap)
        context.route(
            "**/sitemap.xml", lambda route: route.fulfill(body=sitemap, content_type="text/xml")
        )
        yield Tab(context.new_page(), origin)
        context.close()


def test_each_answer_has_the_headers_of_all_rules_that_match(tab: Tab) -> None:
    found: dict[str, Response] = {}
    tab.page.on("response", lambda one: found.update({one.url.removeprefix(tab.origin): one}))
    tab.visit(LAB).wait_for_load_state("networkidle")
    page = found[LAB].headers
    assert page["content-security-policy"] == "frame-ancestors 'none'"
    assert page["x-content-type-options"] == "nosniff"
    assert page["cross-origin-embedder-policy"] == "require-corp"
    assert page["cross-origin-opener-policy"] == "same-origin"
    kept = {url for url, one in found.items() if "cache-control" in one.headers}
    assert any(re.match(r"assets/javascripts/bundle\.[0-9a-f]{8}", url) for url in kept)
    assert all(re.search(r"\.[0-9a-f]{8}\.", url) for url in kept)
    assert not any("cross-origin-opener-policy" in found[url].headers for url in kept)


@pytest.mark.parametrize("address", [*KINDS, CHAPTER], ids=lambda one: one or "home")
def test_no_page_breaks_a_rule(tab: Tab, address: str) -> None:
    page = tab.visit(address)
    page.wait_for_load_state("networkidle")
    assert tab.errors == []
    assert page.evaluate("crossOriginIsolated") is (address == LAB)


def test_a_quiz_is_answered(tab: Tab) -> None:
    page = tab.visit(CHAPTER)
    one = page.locator("interleave-quiz:not([data-kind=schedule])").first
    answer(one, rightly=True)
    assert verdict(one) == "right"
    assert tab.errors == []


def test_an_explorer_goes_a_step(tab: Tab) -> None:
    page = tab.visit(CHAPTER)
    explorer = page.locator("interleaving-explorer").first
    explorer.scroll_into_view_if_needed()
    explorer.locator("button[data-slot][data-state=ready]").first.click()
    expect(explorer.locator(".il-seat__path > *")).to_have_count(1)
    assert tab.errors == []


@pytest.mark.parametrize("address", [CHAPTER, LAB])
def test_the_search_finds(tab: Tab, address: str) -> None:
    page = tab.visit(address)
    page.locator(".md-search__input").click()
    page.keyboard.type("deadlock")
    found = page.locator(".md-search-result__meta")
    expect(found).to_contain_text("matching document", timeout=PATIENCE)
    assert tab.errors == []


def test_the_lab_is_open_and_needs_no_helper(tab: Tab) -> None:
    page = tab.visit(LAB)
    is_open(page)
    expect(door(page)).to_contain_text("by the server of this site")
    expect(door(page).get_by_role("button")).to_be_hidden()
    assert run(page, LOST, 1)[1] > 0
    assert page.evaluate(HELPERS) == []
    assert tab.errors == []


def test_who_comes_by_instant_navigation_opens_it_by_one_load_without_a_helper(tab: Tab) -> None:
    page = tab.visit("lab/")
    page.wait_for_load_state("networkidle")
    page.evaluate("window.came = true")
    page.locator(f".md-sidebar--primary a[href$='{LAB}']").first.evaluate("(a) => a.click()")
    expect(door(page)).to_have_attribute("data-standing", "closed", timeout=PATIENCE)
    assert page.evaluate("window.came") is True
    page.get_by_role("button", name="Load this page anew").click()
    is_open(page)
    assert page.evaluate(HELPERS) == []
    assert exceptions(tab) == []


def test_no_other_site_puts_a_page_into_a_frame(tab: Tab, origin: str) -> None:
    page = tab.visit("")
    page.goto(f"{origin}robots.txt")
    page.set_content(f"<iframe src='{tab.origin}'></iframe>")
    page.wait_for_function("() => frames.length === 1")
    page.wait_for_timeout(300)
    assert page.frames[1].url.startswith("chrome-error:")
