"""Every seat of the built site: its goal is in reach, in every look, and after every navigation."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from tests.site.axe import grave_colours, grave_findings
from tests.site.conftest import SITE, Scheme, Tab
from tests.site.explorer.seats import Seat, states_at, winning

# The narrow one in the light, where axe looks at everything; the wide one for the dark's colours.
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Place(NamedTuple):
    """Where a seat is: a page below the root, its id there, and a schedule that wins."""

    address: str
    id: str
    keys: str


def places() -> list[Place]:
    """All seats with a goal."""
    found = []
    for path in sorted(SITE.rglob("*.html")):
        address = path.relative_to(SITE).as_posix().removesuffix("index.html")
        for node in HTMLParser(path.read_text(encoding="utf-8")).css(
            "interleaving-explorer[data-goal^=explorer]"
        ):
            said = {name: value or "" for name, value in node.attributes.items()}
            states = states_at(Path(path.parent, said["data-url"]).resolve())
            wins = [int(one) for one in said["data-wins"].split(",")]
            found.append(Place(address, said["id"], winning(states, wins)))
    return found


PLACES = places()
every_seat = pytest.mark.parametrize("place", PLACES, ids=lambda one: one.address + "#" + one.id)


def opened(tab: Tab, place: Place, scheme: Scheme = "light", width: int = 1280) -> Seat:
    return Seat(tab.visit(place.address, scheme, width), place.id).ready()


def test_there_are_seats() -> None:
    assert {place.address for place in places()} >= {"", "races/"}


@every_seat
def test_the_goal_is_reached_by_keyboard(tab: Tab, place: Place) -> None:
    seat = opened(tab, place)
    seat.press(place.keys)
    expect(seat.verdict).to_contain_text("Goal reached.")
    assert tab.errors == []
    assert tab.strangers() == []


@every_seat
def test_every_moment_is_sound_on_a_phone(tab: Tab, place: Place) -> None:
    look_at_every_moment(tab, place, 360, "light")


@pytest.mark.parametrize("place", PLACES[:2], ids=lambda one: one.address + "#" + one.id)
def test_every_moment_is_sound_in_the_dark(tab: Tab, place: Place) -> None:
    look_at_every_moment(tab, place, 1280, "dark")


def look_at_every_moment(tab: Tab, place: Place, width: int, scheme: Scheme) -> None:
    seat = opened(tab, place, scheme, width)
    tab.page.emulate_media(reduced_motion="reduce")
    findings = grave_findings if scheme == "light" else grave_colours
    seat.press(place.keys[:2])
    assert tab.page.evaluate(SIDEWAYS) == 0
    assert findings(tab.page, f"#{place.id}") == [], seat.schedule()
    seat.press(place.keys[2:])
    seat.button("Show all").click()
    assert tab.page.evaluate(SIDEWAYS) == 0
    seat.rows.last.get_by_role("button").click()
    assert findings(tab.page, f"#{place.id}") == []


@every_seat
def test_an_example_of_each_ending_leads_there(tab: Tab, place: Place) -> None:
    seat = opened(tab, place)
    seat.button("Show all").click()
    for row in seat.rows.all():
        row.get_by_role("button").click()
        expect(seat.verdict).to_contain_text(row.get_attribute("data-share") or "no share")


@every_seat
def test_a_shared_address_opens_there(tab: Tab, place: Place) -> None:
    schedule = place.keys[:2].replace("M", "m")
    page = tab.visit(f"{place.address}#{place.id}={schedule}")
    seat = Seat(page, place.id).ready()
    assert seat.schedule() == place.keys[:2].replace("M", "main")
    expect(seat.element).to_be_in_viewport()
    expect(page).to_have_url(re.compile(f"={schedule}$"))


def test_a_seat_works_after_every_navigation(tab: Tab) -> None:
    start, chapter = (next(one for one in places() if one.address == at) for at in ("", "races/"))
    seat = opened(tab, start)
    for place, link in (
        (chapter, "Race conditions"),
        (start, "Welcome"),
        (chapter, "Race conditions"),
    ):
        tab.page.locator(".md-sidebar--primary").get_by_role("link", name=link).click()
        expect(tab.page).to_have_url(tab.origin + place.address)
        seat = Seat(tab.page, place.id).ready()
        seat.press(place.keys)
        expect(seat.verdict).to_contain_text("Goal reached.")
    assert tab.errors == []


def test_text_of_a_seat_is_drawn_in_forced_colours(tab: Tab) -> None:
    seat = opened(tab, places()[0])
    tab.page.emulate_media(forced_colors="active")
    colours = (
        seat.thread("A")
        .locator(".il-chip")
        .evaluate("(e) => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]")
    )
    assert colours[0] != colours[1]
