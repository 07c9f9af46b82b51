"""In a real browser: no text over another one or over a shape, nothing cut off, nothing unread.

All figures stand on one page, which is opened in both schemes, narrow and wide.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.draw.cases import FIGURES
from tests.draw.page import page
from tests.site.axe import grave_findings

# The box of a text has room above its letters and below them.
TOO_NEAR = """() => {
  const AIR = 2.5;
  const box = (e, air) => {
    const b = e.getBoundingClientRect();
    const turned = e.hasAttribute("transform");
    const [dx, dy] = turned ? [air, 0] : [0, air];
    return { e, left: b.left + dx, right: b.right - dx, top: b.top + dy, bottom: b.bottom - dy };
  };
  const meet = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
  const found = [];
  for (const figure of document.querySelectorAll(".il-figure")) {
    const svg = figure.querySelector("svg"), whole = svg.getBoundingClientRect();
    const say = (what, ...boxes) =>
      found.push(`${figure.id}: ${what}: ${boxes.map((b) => b.e.textContent || b.e.getAttribute("class")).join(" | ")}`);
    const texts = [...svg.querySelectorAll("text")].map((e) => box(e, AIR));
    texts.forEach((a, i) => {
      if (a.left < whole.left - 0.5 || a.right > whole.right + 0.5 ||
          a.top < whole.top - 0.5 || a.bottom > whole.bottom + 0.5) say("leaves the picture", a);
      for (const b of texts.slice(i + 1)) if (meet(a, b)) say("texts meet", a, b);
    });
    const shapes = [...svg.querySelectorAll("SHAPES")].map((e) => box(e, 0));
    const free = texts.filter((a) => !a.e.closest(".f-chip"));
    for (const a of free) for (const b of shapes)
      if (meet(a, b)) say("text over a shape", a, b);
  }
  return found;
}""".replace(
    "SHAPES",
    ":is([data-view=sequence], [data-view=timeline]) svg :is(.f-filled, .f-outlined, .f-hatched,"
    " .f-mark, .f-open, .f-dense), [data-view=states] .f-hatched, [data-view=chart] .f-filled",
)
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture(scope="package")
def tab(browser: Browser) -> Iterator[Page]:
    tab = browser.new_context().new_page()
    yield tab
    tab.context.close()


@cache
def with_all(scheme: str) -> str:
    return page((draw() for draw in FIGURES.values()), scheme)


def opened(tab: Page, width: int = 1280, scheme: str = "default", **media: Any) -> Page:
    tab.set_viewport_size({"width": width, "height": 900})
    tab.emulate_media(media="screen", forced_colors="none")
    tab.emulate_media(**media)
    tab.set_content(with_all(scheme))
    return tab


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_meets_and_nothing_is_cut_off(tab: Page, width: int, scheme: str) -> None:
    assert opened(tab, width, scheme).evaluate(TOO_NEAR) == []


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_wide_pictures_scroll_in_their_own_box(tab: Page, width: int) -> None:
    opened(tab, width)
    assert not tab.evaluate(SIDEWAYS)
    for one in tab.locator(".il-figure__picture").all():
        scrolls = one.evaluate("e => e.scrollWidth > e.clientWidth")
        assert not scrolls or one.get_attribute("tabindex") == "0"


@pytest.mark.parametrize("name", ["sequence-fixed", "waits-philosophers", "memory-two_threads"])
def test_it_fits_a_phone(tab: Page, name: str) -> None:
    opened(tab, 360)
    box = tab.locator(f"#{FIGURES[name]().id} .il-figure__picture")
    assert box.evaluate("e => e.scrollWidth <= e.clientWidth")


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_axe_finds_nothing_grave(tab: Page, scheme: str) -> None:
    opened(tab, 1280, scheme)
    tab.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
    assert grave_findings(tab) == []


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_shapes_stand_out_from_the_page(tab: Page, scheme: str) -> None:
    """Colours of shapes have a contrast of 3 to 1, those of texts 4.5 to 1."""
    opened(tab, 1280, scheme)
    assert tab.evaluate(CONTRAST) == []


CONTRAST = """() => {
  const light = (rgb) => {
    const [r, g, b] = rgb.match(/[\\d.]+/g).map((v) => v / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = light(getComputedStyle(document.body).backgroundColor);
  const found = new Set();
  const look = (selector, property, least) => {
    for (const e of document.querySelectorAll(selector)) {
      const colour = getComputedStyle(e)[property], own = light(colour);
      const ratio = (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05);
      if (ratio < least) found.add(`${e.getAttribute("class")} ${colour} ${ratio.toFixed(2)}`);
    }
  };
  look(".il-figure svg text", "fill", 4.5);
  look(".il-figure .f-filled", "fill", 3);
  look(".il-figure :is(.f-outlined, .f-hatched, .f-held, .f-dotted, .f-cap, .f-open)", "stroke", 3);
  return [...found];
}"""


def test_forced_colours_are_the_reader_s(tab: Page) -> None:
    opened(tab, 1280, forced_colors="active")
    used = tab.evaluate(
        """() => [...new Set([...document.querySelectorAll(".il-figure svg :is(text, .f-filled)")]
             .map((e) => getComputedStyle(e).fill))]"""
    )
    canvas_text = tab.evaluate(
        """() => {
          document.body.style.color = "CanvasText";
          return getComputedStyle(document.body).color;
        }"""
    )
    assert used == [canvas_text]


def test_a_player_can_mark_the_present_event(tab: Page) -> None:
    opened(tab)
    event = tab.locator(f"#{FIGURES['sequence-fixed']().id} .il-event >> nth=5")
    event.evaluate("e => e.classList.add('is-future')")
    tab.wait_for_function(
        "e => Number(getComputedStyle(e).opacity) < 0.5", arg=event.element_handle()
    )


def test_the_table_does_not_print(tab: Page) -> None:
    opened(tab, media="print")
    assert tab.locator(".il-figure svg").first.is_visible()
    assert not tab.locator(".il-figure details").first.is_visible()
