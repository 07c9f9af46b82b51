"""The race lab in a real browser: opened by its helper, by headers, and where it stays closed."""

import gzip
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from scripts.book import Book
from scripts.host import served
from scripts.lab import program, record
from scripts.lab.browse import ISOLATED
from scripts.lab.chart import chart, sentence
from tests.site.axe import grave_findings
from tests.site.conftest import SITE, Tab

LAB = "lab/race/"
BUDGET = 15_000
PATIENCE = 60_000  # ms: on a busy machine two workers wait for two cores
LOST, LOST_FIXED, BUFFER, BUFFER_FIXED = (
    "lost_broken",
    "lost_fixed",
    "buffer_broken",
    "buffer_fixed",
)
HELPERS = "navigator.serviceWorker.getRegistrations().then((all) => all.map((one) => one.scope))"


@pytest.fixture
def tab(browser: Browser, origin: str) -> Iterator[Tab]:
    """A reader who was never here, and to whom the theme believes that the site lies where it is.

    A helper stays as long as its context, so that each reader has one.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    sitemap = (SITE / "sitemap.xml").read_text(encoding="utf-8")
    sitemap = re.sub(r"<loc>https?://[^/]+/", f"<loc>{origin}", sitemap)
    context.route(
        "**/sitemap.xml", lambda route: route.fulfill(body=sitemap, content_type="text/xml")
    )
    yield Tab(context.new_page(), origin)
    context.close()


@pytest.fixture
def open_lab(browser: Browser) -> Iterator[Tab]:
    """A lab that is open from the start: its server sends the headers."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    with served(SITE, ISOLATED) as origin:
        opened = Tab(context.new_page(), origin)
        opened.page.goto(origin + LAB)
        is_open(opened.page)
        yield opened
    context.close()


def door(page: Page) -> Locator:
    return page.locator("interleave-door")


def stands(page: Page, how: str) -> None:
    expect(door(page)).to_have_attribute("data-standing", how, timeout=PATIENCE)


def is_open(page: Page) -> None:
    stands(page, "open")


def click_open(page: Page) -> None:
    page.get_by_role("button", name="Open the lab").click()


def box(page: Page, name: str) -> Locator:
    return page.locator(f"interleave-race[data-program={name}]")


def runners(page: Page) -> list[str]:
    """The workers that are there, but for the theme's search."""
    return [worker.url for worker in page.workers if worker.url.endswith("/worker.js")]


def run(page: Page, name: str, times: int = 3) -> tuple[int, int]:
    """Press the button and wait; gives what the sentence then says: how many, of how many."""
    one = box(page, name)
    one.evaluate("(e, times) => { e.dataset.runs = times }", times)
    button = one.get_by_role("button", name=re.compile("^Run it"))
    button.click()
    said = one.get_by_role("status")
    expect(said).to_contain_text(re.compile(r"\d run.*\d of \d"), timeout=PATIENCE)
    found = re.search(r"([\d,]+) of ([\d,]+)", said.inner_text())
    assert found
    return int(found[1].replace(",", "")), int(found[2].replace(",", ""))


def lay_out(folder: Path, name: str, text: str | None) -> Path:
    """The site with one file of the lab as it is not: text, or None where it is missing."""
    root = folder / "book"
    root.mkdir()
    for path in SITE.iterdir():
        if path.name != "lab":
            (root / path.name).symlink_to(path)
    shutil.copytree(SITE / "lab", root / "lab")
    changed = root / LAB / name
    changed.unlink()
    if text is not None:
        changed.write_text(text, encoding="utf-8")
    return root


# Its size


def test_it_is_small() -> None:
    parts = [*(SITE / LAB).glob("*.js"), SITE / LAB / "lab.css"]
    parts += [SITE / "assets" / name for name in ("dom.js", "store.js")]
    assert len(parts) > 10
    assert sum(len(gzip.compress(path.read_bytes())) for path in parts) < BUDGET


def test_only_its_page_loads_it(tab: Tab) -> None:
    tab.visit("races/")
    tab.page.wait_for_load_state("networkidle")
    assert [url for url in tab.requests if LAB in url] == []


# Opening


def test_a_click_opens_it_with_one_load_and_a_helper_for_this_page_alone(tab: Tab) -> None:
    loads: list[str] = []
    tab.page.on("load", lambda page: loads.append(page.url))
    page = tab.visit(LAB)
    stands(page, "closed")
    assert page.evaluate(HELPERS) == [], "nothing is placed without a click"
    click_open(page)
    is_open(page)
    assert page.evaluate("crossOriginIsolated") is True
    assert page.evaluate(HELPERS) == [tab.origin + LAB]
    expect(door(page)).to_be_focused()
    expect(door(page)).to_contain_text(re.compile(r"Chromium \d+, which reports \d+ core"))
    assert loads.count(tab.origin + LAB) == 2
    assert tab.strangers() == []
    assert tab.errors == []


def test_it_opens_below_a_path(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "some").mkdir()
    (tmp_path / "some" / "book").symlink_to(SITE)
    context = browser.new_context()
    with served(tmp_path, {}) as origin:
        page = context.new_page()
        page.goto(f"{origin}some/book/{LAB}")
        click_open(page)
        is_open(page)
        assert page.evaluate(HELPERS) == [f"{origin}some/book/{LAB}"]
        assert run(page, LOST_FIXED, 1)[0] == 0
    context.close()


def test_headers_open_it_without_a_helper(open_lab: Tab) -> None:
    page = open_lab.page
    expect(door(page)).to_contain_text("by the server of this site")
    expect(door(page).get_by_role("button")).to_be_hidden()
    assert page.evaluate(HELPERS) == []
    assert open_lab.errors == []


def test_the_helper_can_be_taken_away(tab: Tab) -> None:
    page = tab.visit(LAB)
    click_open(page)
    page.get_by_role("button", name="Take the helper away").click()
    expect(door(page)).to_contain_text("The helper is gone")
    expect(door(page)).to_be_focused()
    page.reload()
    stands(page, "closed")
    assert page.evaluate(HELPERS) == []


def test_the_search_works_in_the_open_lab(tab: Tab) -> None:
    page = tab.visit(LAB)
    click_open(page)
    is_open(page)
    assert not any("/search/docs.json" in url for url in tab.requests)
    page.locator(".md-search__input").click()
    page.keyboard.type("deadlock")
    found = page.locator(".md-search-result__meta")
    expect(found).to_contain_text("matching document", timeout=PATIENCE)


# Where it stays closed


def test_where_isolation_is_refused_the_record_stays_and_nothing_loops(
    browser: Browser, tmp_path: Path
) -> None:
    root = lay_out(tmp_path, "helper.js", "addEventListener('install', () => skipWaiting());")
    context = browser.new_context()
    with served(root, {}) as origin:
        page = context.new_page()
        loads: list[str] = []
        page.on("load", lambda page: loads.append(page.url))
        page.goto(origin + LAB)
        click_open(page)
        stands(page, "refused")
        expect(door(page)).to_be_focused()
        page.get_by_role("button", name="Try again").click()
        expect(door(page)).to_contain_text("You asked for the lab")
        page.wait_for_timeout(500)
        assert len(loads) == 3, "one for each click"
        shows_the_record(page)
        page.reload()
        stands(page, "closed")
    context.close()


def test_where_service_workers_are_blocked_it_is_told(browser: Browser, origin: str) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.goto(origin + LAB)
    click_open(page)
    stands(page, "refused")
    shows_the_record(page)
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    context.close()


def test_where_there_are_no_service_workers_it_is_told(browser: Browser, origin: str) -> None:
    context = browser.new_context()
    context.add_init_script("delete Navigator.prototype.serviceWorker")
    page = context.new_page()
    page.goto(origin + LAB)
    stands(page, "blocked")
    expect(door(page).get_by_role("button")).to_be_hidden()
    shows_the_record(page)
    context.close()


def test_without_https_it_is_told(browser: Browser, origin: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(origin.replace("127.0.0.1", "0.0.0.0") + LAB)
    assert page.evaluate("isSecureContext") is False
    stands(page, "insecure")
    shows_the_record(page)
    context.close()


def shows_the_record(page: Page) -> None:
    one = box(page, LOST)
    expect(one.get_by_text("It cannot run in this browser")).to_be_visible()
    expect(one.get_by_role("button", name=re.compile("^Run it"))).to_be_hidden()
    one.locator("summary").click()
    expect(one.locator(".lab-record table")).to_be_visible()


def test_without_scripts_there_is_the_record(browser: Browser, origin: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(origin + LAB)
    for one in page.locator("interleave-race").all():
        expect(one.locator(".lab-desk")).to_be_hidden()
        one.locator("summary").click()
        expect(one.locator(".lab-record table")).to_be_visible()
    context.close()


# Races


def test_updates_are_lost_five_times_out_of_five(open_lab: Tab) -> None:
    for _ in range(5):
        lost, of = run(open_lab.page, LOST, 5)
        assert 0 < lost < of == 5 * 2_000_000
        box(open_lab.page, LOST).get_by_role("button", name="Clear").click()


def test_atomics_lose_nothing(open_lab: Tab) -> None:
    assert run(open_lab.page, LOST_FIXED, 5) == (0, 5 * 2_000_000)


def test_the_outcome_that_no_interleaving_allows_is_there_and_with_atomics_it_is_not(
    tab: Tab,
) -> None:
    page = tab.visit(LAB)
    click_open(page)
    is_open(page)
    both, of = run(page, BUFFER, 5)
    assert 0 < both < of == 5 * 10_000
    assert run(page, BUFFER_FIXED, 5) == (0, 5 * 10_000)
    assert tab.errors == []
    assert tab.strangers() == []


def test_the_chart_adds_up_what_came(open_lab: Tab) -> None:
    run(open_lab.page, BUFFER, 2)
    run(open_lab.page, BUFFER, 2)
    own = box(open_lab.page, BUFFER).locator(".lab-own")
    counts = [int(one.replace(",", "")) for one in own.locator(".lab-count").all_inner_texts()]
    assert sum(counts) == 4 * 10_000
    expect(own.locator(".lab-where")).to_have_text(
        re.compile(r"on your machine · Chromium \d+ · \d+ cores? · 4 runs")
    )


def test_a_running_race_can_be_stopped_by_keyboard(open_lab: Tab) -> None:
    page = open_lab.page
    one = box(page, LOST)
    one.evaluate("(e) => { e.dataset.runs = 1_000_000 }")
    button = one.locator("[data-do=run]")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_text("Stop")
    expect(one.locator(".lab-own")).to_be_visible(timeout=PATIENCE)
    assert len(runners(page)) == 2
    page.keyboard.press("Enter")
    expect(one.get_by_role("status")).to_contain_text("Stopped.")
    expect(button).to_be_focused()
    page.wait_for_timeout(300)
    assert runners(page) == []
    n = one.locator(".lab-where").first.inner_text()
    page.wait_for_timeout(300)
    assert one.locator(".lab-where").first.inner_text() == n
    run(page, LOST, 1)


def test_workers_that_do_not_start_are_told(browser: Browser, tmp_path: Path) -> None:
    root = lay_out(tmp_path, "worker.js", None)
    context = browser.new_context()
    with served(root, ISOLATED) as origin:
        page = context.new_page()
        page.goto(origin + LAB)
        is_open(page)
        one = box(page, LOST)
        one.get_by_role("button", name=re.compile("^Run it")).click()
        expect(one.get_by_role("status")).to_contain_text("The workers did not run")
        expect(one.locator("[data-do=run]")).to_have_text(re.compile("^Run it"))
    context.close()


# Coming and going


def test_it_can_be_entered_and_left_by_instant_navigation(tab: Tab) -> None:
    page = tab.visit("races/")
    page.wait_for_load_state("networkidle")  # the theme has read the sitemap
    page.evaluate("window.same = true")
    to_the_lab(page)
    stands(page, "closed")
    assert page.evaluate("window.same") is True, "it came without a load"
    click_open(page)
    is_open(page)
    assert page.evaluate("window.same ?? false") is False, "it was loaded anew"
    page.evaluate("window.same = true")
    one = box(page, LOST)
    one.evaluate("(e) => { e.dataset.runs = 1_000_000 }")
    one.get_by_role("button", name=re.compile("^Run it")).click()
    expect(one.locator("[data-do=run]")).to_have_text("Stop")
    follow(page, "Deadlocks")
    expect(page.locator("h1")).to_contain_text("Deadlocks")
    deadline = time.monotonic() + 5  # the browser ends them in its own time
    while runners(page) and time.monotonic() < deadline:
        page.wait_for_timeout(50)
    assert runners(page) == [], "they do not outlive their page"
    to_the_lab(page)
    is_open(page)
    assert page.evaluate("window.same") is True
    assert run(page, LOST_FIXED, 1)[0] == 0
    assert [error for error in tab.errors if "exception" in error] == []


def test_with_the_helper_in_place_a_link_leads_to_a_page_that_asks_to_be_loaded(tab: Tab) -> None:
    page = tab.visit(LAB)
    click_open(page)
    is_open(page)
    page.goto(tab.origin + "races/", wait_until="networkidle")
    to_the_lab(page)
    stands(page, "closed")
    page.get_by_role("button", name="Load this page anew").click()
    is_open(page)


def to_the_lab(page: Page) -> None:
    """From elsewhere: the navigation names the labs' pages while one of them is open."""
    follow(page, "Labs")
    page.wait_for_url("**/lab/")
    follow(page, "A race in your browser")


def follow(page: Page, words: str) -> None:
    page.locator(".md-sidebar--primary a").get_by_text(words, exact=True).first.evaluate(
        "(e) => e.closest('a').click()"
    )


# For everybody


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_sound_closed_and_after_runs(open_lab: Tab, scheme: Any) -> None:
    page = open_lab.page
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": 360, "height": 740})
    run(page, LOST, 1)
    run(page, BUFFER, 1)
    page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true })")
    assert grave_findings(page, "article") == []
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) == 0
    inside = "(all) => all.filter((e) => e.scrollWidth > e.clientWidth + 1).length"
    assert page.locator("interleave-race").evaluate_all(inside) == 0
    small = "(all) => all.filter((e) => e.checkVisibility() && Math.min(e.offsetWidth, e.offsetHeight) < 24).length"
    assert page.locator(":is(interleave-door, interleave-race) button").evaluate_all(small) == 0


def test_paper_shows_both_charts_and_no_buttons(open_lab: Tab) -> None:
    page = open_lab.page
    run(page, LOST, 1)
    page.emulate_media(media="print")
    one = box(page, LOST)
    expect(one.locator(".lab-own table")).to_be_visible()
    expect(one.locator(".lab-record table")).to_be_visible()
    expect(one.locator("[data-do=run]")).to_be_hidden()
    expect(door(page)).to_be_hidden()


def test_its_goals_count_in_the_progress(tab: Tab) -> None:
    page = tab.visit(LAB)
    click_open(page)
    is_open(page)
    expect(box(page, LOST).locator(".lab-won")).to_be_hidden()
    run(page, LOST, 2)
    expect(box(page, LOST).locator(".lab-won")).to_be_visible()
    page.goto(tab.origin + "progress/")
    goals = page.locator(".il-goals li", has=page.locator(f"a[href*='{LAB}']"))
    expect(goals.filter(has_text="Lose an update")).to_contain_text("reached, ")
    expect(goals.filter(has_text="See the outcome")).to_contain_text("not reached yet")
    page.goto(tab.origin + LAB)
    expect(box(page, LOST).locator(".lab-won")).to_be_visible()


def test_browser_and_build_count_the_same(open_lab: Tab) -> None:
    book = Book()
    kept = record.read(book)
    for one in program.programs(book):
        runs = kept.of(one)
        rows = chart(runs).rows
        said, counts = open_lab.page.evaluate(
            """async ([module, runs, rows]) => {
                 const { counted, percent, sentence, width } = await import(module);
                 const counts = rows.map((row) => counted(runs, row));
                 return [sentence(runs), counts.map(({ n, of }) => [n, percent(n, of), width(n, of)])];
               }""",
            [f"{open_lab.origin}{LAB}tally.js", runs, [row.data for row in rows]],
        )
        assert said == sentence(runs)
        assert [(n, share) for n, share, _ in counts] == [(row.n, row.share) for row in rows]
        widths = [
            (float(width[:-1]), float(row.width[:-1]))
            for (_, _, width), row in zip(counts, rows, strict=True)
        ]
        assert [abs(own - built) < 0.05 for own, built in widths] == [True] * len(rows)
