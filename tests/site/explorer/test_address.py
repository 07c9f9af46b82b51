"""A schedule in the address: shared, followed, and told when it is impossible."""

import pytest
from playwright.sync_api import BrowserContext, expect

from tests import seat_samples as samples
from tests.site.explorer.seats import FAR, KEPT, Seat, Sit


def test_the_schedule_stands_in_the_address(seat: Seat) -> None:
    seat.press("AB")
    assert seat.here.endswith("/#seat-first-deposits=AB")
    seat.press("R")
    assert seat.here.endswith("/")


def test_a_shared_address_opens_where_it_was(sit: Sit) -> None:
    seat = sit(samples.deposits(), "#seat-first-deposits=ABB", above=FAR)
    expect(seat.heard).to_have_text("A can go on.")
    assert seat.schedule() == "ABB"
    expect(seat.element).to_be_in_viewport()


def test_a_shared_ending_is_not_the_readers_own(sit: Sit) -> None:
    seat = sit(samples.deposits(), "#seat-first-deposits=ABAB")
    expect(seat.verdict).to_contain_text("Goal reached.")
    assert seat.page.evaluate(KEPT) is None


def test_a_new_address_on_the_same_page_is_followed(seat: Seat) -> None:
    seat.press("A")
    seat.page.evaluate("() => { location.hash = 'seat-first-deposits=BB' }")
    expect(seat.heard).to_have_text("A can go on.")
    assert seat.schedule() == "BB"


@pytest.mark.parametrize(
    ("asked", "kept", "said"),
    [
        ("AAAB", "AA", "Step 3 of this address, “A”, is impossible: A has ended. The 2 steps before it were kept."),
        ("AX", "A", "Step 2 of this address, “X”, is impossible: there is no such thread. The step before it was kept."),
        ("%3C", "", "Step 1 of this address, “%”, is impossible: there is no such thread."),
    ],
    ids=["ended", "unknown", "nonsense"],
)  # fmt: skip
def test_an_impossible_address_is_told_and_its_beginning_kept(
    sit: Sit, asked: str, kept: str, said: str
) -> None:
    seat = sit(samples.deposits(), f"#seat-first-deposits={asked}")
    seat.shown(said)
    expect(seat.heard).to_contain_text(said)
    assert seat.schedule() == kept
    assert seat.here.endswith(f"#seat-first-deposits={kept}" if kept else "/")


def test_an_address_of_the_mended_program_shows_it(sit: Sit) -> None:
    seat = sit(samples.deposits(), "#seat-first-deposits-mended=AA")
    twin = Seat(seat.page, "seat-first-deposits-mended")
    expect(twin.heard).to_have_text("A can go on.")
    expect(twin.element).to_be_in_viewport()


def test_the_link_can_be_copied(seat: Seat, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    seat.press("AB")
    seat.button("Copy link").click()
    seat.shown("The link is copied.")
    copied = seat.page.evaluate("() => navigator.clipboard.readText()")
    assert copied == seat.here


def test_where_copying_is_forbidden_the_link_is_in_the_address(seat: Seat) -> None:
    seat.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject() }")
    seat.button("Copy link").click()
    seat.shown("The link now stands in the address bar.")
    assert seat.here.endswith("#seat-first-deposits")
