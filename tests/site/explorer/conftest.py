"""What the tests of the reader's seat share: a page with one, or two."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from scripts.host import served
from tests import seat_samples as samples
from tests.seat_samples import States
from tests.site.explorer.seats import Seat, Sit, lay_out


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert errors == []


@pytest.fixture
def sit(page: Page, tmp_path: Path) -> Iterator[Sit]:
    """Opens a page with the seat of an exploration."""
    with served(tmp_path) as origin:

        def open_page(found: States, hash: str = "", above: str = "", wins: Any = (0,)) -> Seat:
            lay_out(tmp_path, samples.html(found, wins=wins, twin=True), above)
            samples.write(tmp_path, found)
            page.goto(origin + hash)
            return Seat(page, "seat-first-deposits")

        yield open_page


@pytest.fixture
def seat(sit: Sit) -> Seat:
    """The two deposits, ready to walk in."""
    return sit(samples.deposits()).ready()
