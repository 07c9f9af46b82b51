"""A tab on the tiny book, and its pages as they would be after an edit."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page, Route

from scripts.host import served
from tests.book_samples import made
from tests.site.conftest import Tab

QUIZZES, KINDS = "quizzes/", "kinds/"


def site() -> Path:
    """The built tiny book."""
    return made().root / "site"


@contextmanager
def tiny_tab(browser: Browser, **context: Any) -> Iterator[Tab]:
    """A tab of a context of its own on the tiny book."""
    with served(site()) as origin:
        opened = browser.new_context(**context)
        yield Tab(opened.new_page(), origin)
        opened.close()


def quiz(page: Page, name: str) -> Locator:
    """A quiz by its id."""
    return page.locator(f"#quiz-{name}")


def edited(tab: Tab, address: str, edit: Callable[[str], str]) -> Page:
    """The page after an author's edit, as a reader who comes back sees it."""
    html = edit((site() / address / "index.html").read_text(encoding="utf-8"))
    path = f"{tab.origin}{address}"

    def fulfil(route: Route) -> None:
        route.fulfill(body=html, content_type="text/html")

    tab.page.route(path, fulfil)
    tab.page.goto(path)
    tab.page.unroute(path)
    return tab.page


def kept(page: Page) -> dict[str, Any]:
    """The entries in the browser's store."""
    entries: dict[str, Any] = page.evaluate(
        "() => JSON.parse(localStorage.getItem('interleave') ?? '{\"entries\":{}}').entries"
    )
    return entries


def exceptions(tab: Tab) -> list[str]:
    """What went wrong, but for files that were on their way when the page was left."""
    return [error for error in tab.errors if not error.startswith("lost:")]
