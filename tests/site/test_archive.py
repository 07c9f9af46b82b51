"""The zip, unpacked in a folder with a blank in its name and opened from there."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.book_samples import made
from tests.site.conftest import SITE
from tests.site.explorer.seats import WALKS


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("a disk") / "with blank"
    with zipfile.ZipFile(made().root / "site" / "interleave.zip") as archive:
        archive.extractall(place)
    return place / "interleave"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    context.close()
    assert wrong == []


def test_every_link_of_the_zip_leads_to_a_file(folder: Path, page: Page) -> None:
    page.goto((folder / "first" / "index.html").as_uri())
    links: list[str] = page.locator("a[href]").evaluate_all("(all) => all.map((e) => e.href)")
    inside = [link.split("#")[0] for link in links if link.startswith("file:")]
    assert len(inside) > 5
    assert [link for link in inside if link.endswith("/")] == []


def test_a_quiz_is_answered_from_a_disk(folder: Path, page: Page) -> None:
    page.goto((folder / "quizzes" / "index.html").as_uri())
    quiz = page.locator("#quiz-quizzes-far")
    quiz.locator("input").first.check()
    quiz.get_by_role("button", name="Check").click()
    expect(quiz.locator(".quiz-verdict")).not_to_be_empty()


def test_an_explorer_walks_from_a_disk(tmp_path: Path, page: Page) -> None:
    with zipfile.ZipFile(SITE / "interleave.zip") as archive:
        archive.extractall(tmp_path)
    page.goto((tmp_path / "interleave" / "races" / "index.html").as_uri())
    seat = page.locator("interleaving-explorer").first
    seat.scroll_into_view_if_needed()
    page.evaluate(WALKS, seat.get_attribute("id"))


def test_the_search_finds_and_leads_to_a_file(folder: Path, page: Page) -> None:
    page.goto((folder / "index.html").as_uri())
    page.keyboard.press("s")
    page.keyboard.type("first")
    link = page.locator(".md-search-result__link").first
    assert "index.html" in (link.get_attribute("href") or "")
    link.click()
    expect(page.locator("h1")).to_contain_text("First")
    expect(page.locator("article mark").first).to_have_text("First")
