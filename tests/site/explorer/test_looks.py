"""The seat's size: in bytes, on a phone, and under a finger."""

import pytest
from playwright.sync_api import expect

from scripts import assets
from tests.site.explorer.seats import ASSETS, Seat

BUDGET = 10_000  # bytes, with all that it imports


def test_it_is_small() -> None:
    assert sum(assets.travels(ASSETS / "explorer.js").values()) < BUDGET


@pytest.mark.parametrize("width", [360, 1280])
def test_every_target_is_large_enough(seat: Seat, width: int) -> None:
    seat.page.set_viewport_size({"width": width, "height": 740})
    seat.press("AABB")
    seat.button("Show all").click()
    boxes = [one.bounding_box() for one in seat.element.get_by_role("button").all()]
    assert len(boxes) == 9
    assert [box for box in boxes if box and min(box["width"], box["height"]) < 24] == []


def test_on_a_phone_the_buttons_stay_beside_the_listing(seat: Seat) -> None:
    seat.page.set_viewport_size({"width": 360, "height": 500})
    seat.element.locator("[data-line]").first.evaluate(
        "(e) => e.scrollIntoView({ block: 'center' })"
    )
    expect(seat.thread("A")).to_be_in_viewport()
    expect(seat.button("Undo")).to_be_in_viewport()


def test_nothing_moves_under_the_finger(seat: Seat) -> None:
    before = seat.thread("B").bounding_box()
    for key in "ABAB":
        seat.press(key)
        assert seat.thread("B").bounding_box() == before
