"""The player: steps through a figure's events, by mouse, by keyboard and by itself."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from scripts import assets, draw
from scripts.book import ROOT
from scripts.card import anchor
from scripts.colour import coloured
from scripts.host import served
from scripts.player import playable, ranges
from tests.draw.page import PAGE, STYLES
from tests.draw.telling import told
from tests.seat_samples import program
from tests.site.axe import grave_findings

ASSETS = ROOT / "docs" / "assets"
BUDGET = 3_000
SCRIPT = """<script type="module">import { start } from "./assets/player.js"; start(document); start(document);</script>"""
TRACE = """
main MainThread
A Thread-1 (deposit)
B Thread-2 (deposit)

0 main 12 starts >A: starts A
0.1 main 13 starts >B: starts B
0.2 A 8 step: reads 100
0.3 B 8 step: reads 100
0.4 A 9 step: writes 110
0.5 B 9 step: writes 110
"""


def lay_out(folder: Path) -> None:
    """A page with one figure of six events, as the theme would show it."""
    shutil.copytree(ASSETS, folder / "assets")
    figure = playable(draw.html(draw.VIEWS["sequence"](told(TRACE))), program())
    styles = [*STYLES, ASSETS / "explorer.css", ASSETS / "player.css"]
    html = PAGE.format(
        styles="\n".join(path.read_text(encoding="utf-8") for path in styles),
        scheme="default",
        figures=figure + SCRIPT,
    )
    (folder / "index.html").write_text(html, encoding="utf-8")


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    lay_out(tmp_path)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.clock.install()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    with served(tmp_path) as origin:
        page.goto(origin)
        yield page
    context.close()
    assert errors == []


def press(page: Page, name: str, times: int = 1) -> None:
    for _ in range(times):
        # Also where aria-disabled says that nothing will happen.
        page.get_by_role("button", name=name, exact=True).click(force=True)


def sentence(page: Page) -> Locator:
    return page.locator(".il-player__told")


def slider(page: Page) -> Locator:
    return page.get_by_role("slider", name="Event")


def drawn(page: Page) -> list[str]:
    """What every event of the picture is now, in their order."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("svg [data-event]")]
             .sort((a, b) => a.dataset.event - b.dataset.event)
             .map((e) => e.getAttribute("class").replace("il-event", "").trim())"""
    )
    return found


def test_it_is_small() -> None:
    assert sum(assets.travels(ASSETS / "player.js").values()) < BUDGET


def test_at_first_the_whole_figure_is_shown(page: Page) -> None:
    assert set(drawn(page)) == {""}
    expect(sentence(page)).to_have_text("6 events. Play them, or step.")
    expect(page.locator(".il-player")).to_have_count(1)
    expect(page.locator(".il-listing")).to_be_hidden()


def test_steps_forward_and_back_show_one_event_each(page: Page) -> None:
    press(page, "Forward", 3)
    assert drawn(page) == ["is-past", "is-past", "is-now", *["is-future"] * 3]
    expect(sentence(page)).to_have_text("A reads 100 (at 0.20 ms)")
    press(page, "Back")
    assert drawn(page) == ["is-past", "is-now", *["is-future"] * 4]
    press(page, "Show all")
    assert set(drawn(page)) == {""}


def test_the_listing_lights_the_line_with_the_one_who_is_there(page: Page) -> None:
    press(page, "Forward", 4)
    line = page.locator("[data-line].is-at")
    expect(line).to_have_attribute("data-line", "8")
    expect(line.locator(".il-chip")).to_have_text("B")
    assert "is-now" in (page.locator("tbody tr").nth(3).get_attribute("class") or "")


def test_the_lines_are_those_of_the_programs_card(page: Page) -> None:
    own = page.locator("[data-line]").all_inner_texts()
    assert len(own) == len(program().listing)
    code = coloured(program().shown)
    page.evaluate(
        """([id, code, lines]) => {
          const figure = document.querySelector("figure");
          document.querySelector(".il-player").remove();
          figure.insertAdjacentHTML("afterend", `<figure id="${id}"><div class="il-code"><code>${code}</code></div></figure>`);
          figure.insertAdjacentHTML("beforeend", `<div class="il-figure__listing" data-lines="${lines}" data-card="${id}" hidden></div>`);
          figure.dataset.player = "";
          return import("./assets/player.js").then(({ start }) => start(document));
        }""",
        [anchor(program().id), code, ranges([n for n, _ in program().listing])],
    )
    assert page.locator("[data-line]").all_inner_texts() == own


def test_the_buttons_stop_at_both_ends(page: Page) -> None:
    press(page, "Forward", 9)
    assert drawn(page)[-1] == "is-now"
    expect(page.get_by_role("button", name="Forward")).to_have_attribute("aria-disabled", "true")
    press(page, "Back", 9)
    expect(page.get_by_role("button", name="Back")).to_have_attribute("aria-disabled", "true")


def test_it_plays_to_the_end_and_stops(page: Page) -> None:
    press(page, "Play")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    assert drawn(page)[0] == "is-now"
    page.clock.run_for(2_000)
    assert drawn(page)[2] == "is-now"
    page.clock.run_for(60_000)
    assert drawn(page)[-1] == "is-now"
    press(page, "Play")
    assert drawn(page)[0] == "is-now", "at the end it begins again"


def test_it_pauses(page: Page) -> None:
    press(page, "Play")
    press(page, "Pause")
    page.clock.run_for(60_000)
    assert drawn(page)[0] == "is-now"


def test_a_step_of_the_reader_stops_it(page: Page) -> None:
    press(page, "Play")
    press(page, "Forward")
    page.clock.run_for(60_000)
    assert drawn(page)[1] == "is-now"
    expect(page.get_by_role("button", name="Play")).to_be_visible()


def test_the_slider_is_worked_by_keys_and_tells_the_event(page: Page) -> None:
    slider(page).focus()
    for key in ("ArrowRight", "End", "ArrowLeft"):
        page.keyboard.press(key)
    assert drawn(page)[4] == "is-now"
    told = slider(page).get_attribute("aria-valuetext")
    assert told == "5 of 6: A writes 110 (at 0.40 ms)"
    expect(sentence(page)).to_have_attribute("aria-live", "off")
    page.keyboard.press("Home")
    assert set(drawn(page)) == {""}
    page.keyboard.press("ArrowRight")
    page.keyboard.press(" ")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()


def test_each_step_is_told_once(page: Page) -> None:
    press(page, "Forward")
    expect(sentence(page)).to_have_attribute("aria-live", "polite")
    press(page, "Play")
    expect(sentence(page)).to_have_attribute("aria-live", "off")


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("width", [360, 1280])
def test_it_is_sound(page: Page, scheme: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.emulate_media(reduced_motion="reduce")  # else the colours are on their way
    page.evaluate("(scheme) => { document.body.dataset.mdColorScheme = scheme }", scheme)
    assert grave_findings(page) == []
    press(page, "Forward", 2)
    small = page.locator(".il-player :is(button, input)").evaluate_all(
        "(all) => all.filter((e) => Math.min(e.offsetWidth, e.offsetHeight) < 24).length"
    )
    assert small == 0
    wide = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not page.evaluate(wide)


def test_on_a_phone_event_and_buttons_are_both_in_view(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 500})
    for _ in range(6):
        press(page, "Forward")
        expect(page.locator("svg .is-now text").first).to_be_in_viewport()
        expect(page.get_by_role("button", name="Forward")).to_be_in_viewport()


def test_the_buttons_stay_where_they_are(page: Page) -> None:
    forward = page.get_by_role("button", name="Forward")
    page.set_viewport_size({"width": 1280, "height": 500})
    page.locator(".il-player").scroll_into_view_if_needed()
    before = forward.bounding_box()
    assert before is not None
    for _ in range(3):
        press(page, "Forward")
        after = forward.bounding_box()
        assert after is not None
        assert abs(after["y"] - before["y"]) < 2


def test_paper_shows_all_events_and_no_buttons(page: Page) -> None:
    press(page, "Forward")
    page.emulate_media(media="print", reduced_motion="reduce")
    opacities = page.evaluate(
        "() => [...document.querySelectorAll('.il-event')].map((e) => getComputedStyle(e).opacity)"
    )
    assert set(opacities) == {"1"}
    expect(page.locator(".il-player")).to_be_hidden()


def test_without_scripts_there_is_the_figure_alone(browser: Browser, tmp_path: Path) -> None:
    lay_out(tmp_path)
    context = browser.new_context(java_script_enabled=False)
    with served(tmp_path) as origin:
        page = context.new_page()
        page.goto(origin)
        expect(page.locator("svg")).to_be_visible()
        expect(page.locator(".il-figure__listing")).to_be_hidden()
    context.close()
