"""Every page, in both schemes, on a phone, a tablet and a desk."""

from base64 import b64encode

import pytest
from playwright.sync_api import Page, expect

from tests.site.axe import grave_colours, grave_findings
from tests.site.conftest import (
    HEIGHT,
    SCHEMES,
    SITE,
    Scheme,
    Tab,
    every_chapter,
    every_kind_of_page,
    every_page,
)

IN_SCHEME = {"light": "default", "dark": "slate"}
DESK, TABLET, PHONE = 1440, 768, 360
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
OPEN_ALL = "() => document.querySelectorAll('details').forEach((one) => { one.open = true })"
# Gives the focus to all that can have it, as after the Tab key, and finds what
# does not show it. The ring of an interpreter's button is round the row of tabs.
WITHOUT_RING = """() => {
  const lost = [];
  const all = [...document.querySelectorAll("article :is(a[href], button, input, summary, [tabindex='0'])")]
    .filter((e) => e.checkVisibility() && !e.disabled && e.type !== "hidden");
  for (const e of all) {
    e.focus();
    const row = e.closest(".il-tabs") ?? e;
    const s = getComputedStyle(row);
    const ring = s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0;
    if (document.activeElement !== e || !ring) lost.push(e.outerHTML.slice(0, 100));
  }
  return { count: all.length, lost };
}"""
SHOWN_SCHEME = "() => document.body.dataset.mdColorScheme"

in_each_scheme = pytest.mark.parametrize("scheme", SCHEMES)


def test_the_site_is_built() -> None:
    if not (SITE / "index.html").exists():
        pytest.fail("There is no built site in site/. Make it with: make site", pytrace=False)


@every_page
@in_each_scheme
def test_a_page_is_sound_on_desk_tablet_and_phone(tab: Tab, address: str, scheme: Scheme) -> None:
    page = tab.visit(address, scheme, DESK)
    assert page.evaluate(SHOWN_SCHEME) == IN_SCHEME[scheme], "it follows the system"
    for width in (DESK, TABLET, PHONE):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        assert page.evaluate(SIDEWAYS) == 0, f"it scrolls sideways at {width}"
    page.evaluate(OPEN_ALL)
    assert page.evaluate(SIDEWAYS) == 0, "opened, it scrolls sideways"
    # Opened, it shows all that it shows closed, and axe takes seconds for a page.
    assert findings(page, scheme) == []
    assert tab.errors == []
    assert tab.strangers() == []


@every_page
def test_a_page_is_sound_where_it_is_opened_on_a_phone(tab: Tab, address: str) -> None:
    page = tab.visit(address, width=PHONE)
    assert page.evaluate(SIDEWAYS) == 0, "it scrolls sideways"
    assert tab.errors == []


def findings(page: Page, scheme: Scheme) -> list[str]:
    """axe's, where they can differ: all that is no colour has been looked at in the light."""
    return grave_findings(page) if scheme == "light" else grave_colours(page)


def test_a_page_follows_the_system_that_turns_dark_after_the_first_visit(tab: Tab) -> None:
    page = tab.visit("", "light")
    page.emulate_media(color_scheme="dark")
    page.goto(tab.origin)
    assert page.evaluate(SHOWN_SCHEME) == "slate"


@every_kind_of_page
def test_the_first_tab_leads_to_a_link_over_the_navigation(tab: Tab, address: str) -> None:
    page = tab.visit(address)
    page.keyboard.press("Tab")
    expect(page.locator("a.md-skip:focus")).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    expect(page.locator("main :target")).to_be_in_viewport()


@every_chapter
def test_everything_in_a_page_that_takes_the_focus_shows_it(tab: Tab, address: str) -> None:
    page = tab.visit(address)
    page.evaluate(OPEN_ALL)
    page.keyboard.press("Tab")
    found = page.evaluate(WITHOUT_RING)
    assert found["count"] > 3
    if found["lost"]:
        # It goes through hundreds within a frame, faster than Chromium lays out what it
        # had skipped; a finger on the Tab key leaves it time.
        page.wait_for_timeout(500)
        found = page.evaluate(WITHOUT_RING)
    assert found["lost"] == []


@every_kind_of_page
def test_nothing_moves_for_a_reader_who_asked_for_rest(tab: Tab, address: str) -> None:
    page = tab.visit(address)
    page.emulate_media(reduced_motion="reduce")
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((e) => {
             const s = getComputedStyle(e);
             return s.transitionProperty !== "none" && parseFloat(s.transitionDuration) > 0
               || s.animationName !== "none" || s.scrollBehavior === "smooth";
           }).map((e) => e.outerHTML.slice(0, 80))"""
    )
    assert moving == []


@every_kind_of_page
def test_text_is_drawn_in_forced_colours(tab: Tab, address: str) -> None:
    page = tab.visit(address)
    page.emulate_media(forced_colors="active")
    assert _colours(page, page.locator("main h1").first.screenshot()) > 1


def test_a_blank_picture_has_one_colour(tab: Tab) -> None:
    page = tab.visit("")
    page.set_content("<body style='background: white'><p id='blank'>&nbsp;</p>")
    assert _colours(page, page.locator("#blank").screenshot()) == 1


def _colours(page: Page, picture: bytes) -> int:
    """How many colours a PNG has, counted by the browser."""
    address = f"data:image/png;base64,{b64encode(picture).decode()}"
    found: int = page.evaluate(
        """async (address) => {
             const picture = new Image();
             picture.src = address;
             await picture.decode();
             const canvas = new OffscreenCanvas(picture.width, picture.height);
             const brush = canvas.getContext("2d");
             brush.drawImage(picture, 0, 0);
             const pixels = brush.getImageData(0, 0, picture.width, picture.height).data;
             return new Set(new Uint32Array(pixels.buffer)).size;
           }""",
        address,
    )
    return found
