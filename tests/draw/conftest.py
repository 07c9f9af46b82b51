"""A browser for the tests that look at figures."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from scripts.browser import FLAGS, find


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    path = find()
    assert path, "no Chromium here; get one with: python -m scripts.browser"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()
