"""One browser and one server for the suite; its tests visit the built pages through them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from scripts.book import ROOT
from scripts.browser import FLAGS, find
from scripts.host import served

SITE = ROOT / "site"
HEIGHT = 900
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def pages() -> list[str]:
    """The addresses of all pages of the built site, below its root."""
    found = sorted(SITE.rglob("*.html"))
    return [path.relative_to(SITE).as_posix().removesuffix("index.html") for path in found]


def named(address: str) -> str:
    """A page as a failure names it."""
    return address or "home"


# Pages of one kind share their template, and what comes from it.
KINDS = ["", "races/", "lab/race/", "lab/scheduler/", "progress/", "progress/review/", "offline/"]
every_kind_of_page = pytest.mark.parametrize("address", KINDS, ids=named)
every_page = pytest.mark.parametrize("address", pages(), ids=named)
every_chapter = pytest.mark.parametrize(
    "address", [one for one in pages() if not one.endswith(".html")], ids=named
)
# What all cards have in common comes from one template; a chapter's first page is enough.
a_page_of_each_chapter = pytest.mark.parametrize(
    "address", [one for one in pages() if re.fullmatch(r"[^/]*/", one)], ids=named
)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without a site, one test that says so is enough."""
    if (SITE / "index.html").exists():
        return
    here = [item for item in items if item.path.is_relative_to(Path(__file__).parent)]
    needless = [item for item in here if item.name != "test_the_site_is_built"]
    config.hook.pytest_deselected(items=needless)
    items[:] = [item for item in items if item not in needless]


@dataclass
class Tab:
    """A tab of the browser, and what went wrong since it was last sent somewhere."""

    page: Page
    origin: str
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.browser = self.page.context.new_cdp_session(self.page)
        self.page.on("pageerror", lambda error: self.errors.append(f"exception: {error}"))
        self.page.on("console", self._hear)
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("requestfailed", lambda request: self.errors.append(f"lost: {request.url}"))

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.errors.append(f"{message.type}: {message.text} ({message.location.get('url')})")

    def visit(self, address: str, scheme: Scheme = "light", width: int = 1440) -> Page:
        """Open a page of the site as somebody who has never been there."""
        self.page.goto("about:blank")
        self.forget()
        self.page.set_viewport_size({"width": width, "height": HEIGHT})
        self.page.emulate_media(
            color_scheme=scheme,
            media="screen",
            reduced_motion="no-preference",
            forced_colors="none",
        )
        self.errors.clear()
        self.requests.clear()
        self.page.goto(self.origin + address, wait_until="load")
        return self.page

    def forget(self) -> None:
        """Empty the browser's store. While no page is open: an open one writes to it again."""
        what = {"origin": self.origin.rstrip("/"), "storageTypes": "local_storage"}
        self.browser.send("Storage.clearDataForOrigin", what)

    @contextmanager
    def instant(self, site: Path = SITE) -> Iterator[Page]:
        """The tab while the theme believes that the site lies where it is served."""
        sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
        sitemap = re.sub(r"<loc>\w+://[^/]+/", f"<loc>{self.origin}", sitemap)
        self.page.route(
            "**/sitemap.xml", lambda route: route.fulfill(body=sitemap, content_type="text/xml")
        )
        yield self.page
        self.page.unroute("**/sitemap.xml")

    def strangers(self) -> list[str]:
        """Requests that left the site."""
        own = urlsplit(self.origin).netloc
        return [url for url in self.requests if urlsplit(url).netloc not in ("", own)]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    path = find()
    assert path, "no Chromium here; get one with: python -m scripts.browser"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def origin() -> Iterator[str]:
    with served(SITE) as address:
        yield address


@pytest.fixture(scope="package")
def tab(browser: Browser, origin: str) -> Tab:
    """The tab that the tests share."""
    return Tab(browser.new_context().new_page(), origin)


@pytest.fixture(scope="package")
def plain_tab(browser: Browser, origin: str) -> Tab:
    """One with JavaScript switched off."""
    return Tab(browser.new_context(java_script_enabled=False).new_page(), origin)
