"""The switch for reading offline, and what it keeps, in a real browser."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from scripts.book import ROOT
from scripts.host import served
from scripts.publish import offline
from tests.book_samples import made

SWITCH = '<interleave-offline><p>Without scripts.</p></interleave-offline><div id="said">one</div>'
SAID = "async () => (await (await fetch('.')).text()).match(/id=\"said\">(\\w+)/)[1]"
WAITING = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration.update();
  while (!registration.waiting) await new Promise((done) => setTimeout(done, 20));
}"""
HELPED = """async () => {
  const helper = await navigator.serviceWorker.register("helper.js", { scope: "./" });
  while (!helper.active) await new Promise((done) => setTimeout(done, 20));
}"""


class Host:
    """A small site with the switch on its first page, which can be changed and switched off."""

    def __init__(self, site: Path, stack: ExitStack) -> None:
        self.site = site
        self.stack = stack
        self.origin = stack.enter_context(served(site))

    def change(self, old: str, new: str) -> None:
        """A new version of the site."""
        page = self.site / "index.html"
        page.write_text(page.read_text("utf-8").replace(old, new), encoding="utf-8")
        shutil.copy(ROOT / "docs" / "assets" / "sw.js", self.site / "assets" / "sw.js")
        offline.write(self.site)

    def stop(self) -> None:
        self.stack.close()


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    site = tmp_path / "site"
    shutil.copytree(made().root / "site", site)
    lab = site / "lab" / "race"
    lab.mkdir(parents=True)
    shutil.copy(ROOT / "docs" / "lab" / "race" / "helper.js", lab)
    (lab / "index.html").write_text("<!doctype html><title>lab</title><h1>The lab</h1>")
    with ExitStack() as stack:
        found = Host(site, stack)
        found.change("</article>", f"{SWITCH}</article>")
        yield found


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


def kept(page: Page) -> list[str]:
    names: list[str] = page.evaluate("() => caches.keys()")
    return names


def press(page: Page, words: str) -> None:
    page.get_by_role("switch").click()
    expect(page.locator("interleave-offline [role=status]")).to_contain_text(words)


def test_nothing_is_kept_before_it_is_asked_for(context: BrowserContext, host: Host) -> None:
    page = context.new_page()
    page.goto(host.origin)
    switch = page.get_by_role("switch", name="Keep the book in this browser")
    expect(switch).to_have_attribute("aria-checked", "false")
    expect(page.locator("interleave-offline [role=status]")).to_contain_text("files, ")
    assert kept(page) == []
    assert (
        page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0
    )


def test_what_is_kept_needs_no_network_and_goes_again(context: BrowserContext, host: Host) -> None:
    page = context.new_page()
    page.goto(host.origin)
    page.evaluate("() => caches.open('somebody else')")
    press(page, "The whole book is kept here: ")
    assert len(kept(page)) == 2
    host.stop()
    page.goto(f"{host.origin}first/")
    expect(page.locator("h1")).to_contain_text("First")
    page.keyboard.press("s")
    page.keyboard.type("evidence")
    expect(page.locator(".md-search-result__meta")).to_contain_text("matching document")
    page.goto(f"{host.origin}nowhere/")
    expect(page.locator("h1")).to_contain_text("no page here")
    page.goto(host.origin)
    expect(page.get_by_role("switch")).to_have_attribute("aria-checked", "true")
    press(page, "Nothing is kept any more.")
    assert kept(page) == ["somebody else"]


def test_a_new_version_waits_until_no_page_of_the_old_one_is_open(
    context: BrowserContext, host: Host
) -> None:
    page = context.new_page()
    page.goto(host.origin)
    press(page, "The whole book is kept here: ")
    (old,) = kept(page)
    host.change('id="said">one', 'id="said">two')
    page.evaluate(WAITING)
    assert page.evaluate(SAID) == "one", "the page goes on as it began"
    assert len(kept(page)) == 2
    page.reload()
    expect(page.locator("interleave-offline [role=status]")).to_contain_text("newer version")
    page.close()
    page = context.new_page()
    page.goto(host.origin)
    expect(page.locator("#said")).to_have_text("two")
    (new,) = kept(page)
    assert new != old


def test_files_of_another_version_than_the_worker_s_are_not_kept(
    context: BrowserContext, host: Host
) -> None:
    (host.site / "first" / "index.html").write_text("in the middle of an update", encoding="utf-8")
    page = context.new_page()
    page.goto(host.origin)
    press(page, "first/index.html is of another version. Nothing is kept.")
    expect(page.get_by_role("switch")).to_have_attribute("aria-checked", "false")
    assert kept(page) == []


def test_the_lab_s_helper_answers_for_its_folder_and_opens_it_without_a_network(
    context: BrowserContext, host: Host
) -> None:
    page = context.new_page()
    page.goto(f"{host.origin}lab/race/")
    page.evaluate(HELPED)
    page.goto(host.origin)
    press(page, "The whole book is kept here: ")
    page.goto(f"{host.origin}lab/race/")
    worker = page.evaluate("() => navigator.serviceWorker.controller.scriptURL")
    assert worker == f"{host.origin}lab/race/helper.js"
    assert page.evaluate("() => crossOriginIsolated")
    host.stop()
    page.reload()
    expect(page.locator("h1")).to_have_text("The lab")
    assert page.evaluate("() => crossOriginIsolated")
