"""What the seat keeps in the reader's store, and what it says when that fails."""

import pytest
from playwright.sync_api import Page, expect

from tests import seat_samples as samples
from tests.site.explorer.seats import KEPT, Seat, Sit

GOAL_ID = "explorer:first/deposits:balance == 110"
BLOCKED = (
    """Object.defineProperty(window, "localStorage", { get() { throw new Error("blocked") } })"""
)
FULL = (
    """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError") }"""
)


def test_a_goal_is_kept_with_its_schedule(seat: Seat) -> None:
    seat.page.evaluate(
        """() => { window.told = []; window.addEventListener("interleave:progress", (e) => window.told.push(e.detail.id)) }"""
    )
    seat.press("ABAB")
    expect(seat.verdict).to_contain_text("Goal reached.")
    entry = seat.page.evaluate(KEPT)["entries"][GOAL_ID]
    assert entry["version"] == "a key"
    assert entry["first"] is True
    assert entry["last"]["detail"] == "ABAB"
    assert seat.page.evaluate("() => window.told") == [GOAL_ID]


def test_a_goal_reached_before_is_remembered(seat: Seat) -> None:
    seat.press("ABAB")
    seat.page.goto(seat.page.url.partition("#")[0])
    expect(seat.element.get_by_text("✓ reached")).to_be_visible()
    expect(Seat(seat.page, "seat-first-deposits-mended").element).to_be_visible()


def test_a_goal_of_another_version_is_not(seat: Seat) -> None:
    seat.press("ABAB")
    seat.page.goto("about:blank")
    seat.page.add_init_script(
        "localStorage.interleave = localStorage.interleave.replace('a key', 'old')"
    )
    seat.page.go_back()
    seat.ready()
    expect(seat.element.get_by_text("✓ reached")).to_be_visible()  # by the address
    seat.page.goto(seat.page.url.partition("#")[0])
    seat.page.reload()
    expect(seat.element.get_by_text("✓ reached")).to_be_hidden()


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (BLOCKED, "keeps nothing for this site"),
        (FULL, "store is full"),
        ("localStorage.setItem('interleave', '{')", "was damaged"),
        ("localStorage.setItem('interleave', 'null')", "was damaged"),
        ("localStorage.setItem('interleave', '{\"version\": 1, \"entries\": {\"x\": 3}}')", "was damaged"),
    ],
    ids=["blocked", "full", "cut off", "null", "a wrong entry"],
)  # fmt: skip
def test_a_store_that_fails_is_told_and_stops_nobody(
    sit: Sit, page: Page, trouble: str, said: str
) -> None:
    page.add_init_script(trouble)
    seat = sit(samples.deposits()).ready()
    seat.press("ABAB")
    expect(seat.verdict).to_contain_text("Goal reached.")
    seat.shown(said)
    expect(seat.element.get_by_text("✓ reached")).to_be_visible()
