"""Which keys the seat takes, and which it leaves to the page."""

import pytest
from playwright.sync_api import Page, expect

from tests.site.explorer.seats import Seat


@pytest.mark.parametrize("key", ["Control+a", "Alt+a", "Meta+a", "x", "s", "/", "Tab"])
def test_keys_that_are_not_its_own_reach_the_page(seat: Seat, key: str) -> None:
    _count_keys(seat.page)
    seat.thread("A").press(key)
    assert seat.page.evaluate("() => window.heard.at(-1)") == key.split("+")[-1]
    assert seat.schedule() == ""


def test_its_own_keys_reach_nobody_else(seat: Seat) -> None:
    _count_keys(seat.page)
    seat.press("ABur")
    assert seat.page.evaluate("() => window.heard") == []


def test_keys_elsewhere_are_not_taken(seat: Seat) -> None:
    field = seat.page.get_by_label("A field")
    field.press("a")
    expect(field).to_have_value("a")
    assert seat.schedule() == ""


def test_a_key_that_is_held_down_is_one_step(seat: Seat) -> None:
    seat.desk.focus()
    for _ in range(3):
        seat.page.keyboard.down("a")
    assert seat.schedule() == "A"


def _count_keys(page: Page) -> None:
    page.evaluate(
        """() => { window.heard = []; window.addEventListener("keydown", (e) => window.heard.push(e.key)) }"""
    )
