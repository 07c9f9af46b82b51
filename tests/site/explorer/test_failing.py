"""The seat when the states, the script or both do not come, and on paper."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from scripts.host import served
from tests import seat_samples as samples
from tests.seat_samples import States
from tests.site.explorer.seats import FAR, Seat, Sit, lay_out


def test_the_states_are_fetched_only_when_the_seat_comes_near(sit: Sit, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    seat = sit(samples.deposits(), above=FAR)
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if url.endswith(".states.json")]
    seat.ready()
    assert [url for url in asked if url.endswith("deposits.states.json")]


def test_a_press_that_comes_before_the_states_is_not_lost(sit: Sit, page: Page) -> None:
    held: list[Route] = []
    page.route("**/deposits.states.json", lambda route: held.append(route))
    seat = sit(samples.deposits())
    seat.press("AB")
    page.wait_for_timeout(50)
    held[0].continue_()
    expect(seat.heard).to_have_text("B reads 100. balance is 100. A or B can go on.")


def damaged(found: States) -> dict[str, str | None]:
    """What a server may give in the place of the states; None: nothing."""
    hole = {**found, "graph": {**found["graph"], "nodes": [{"go": [[1, "x", 99]]}]}}
    return {
        "missing": None,
        "cut off": json.dumps(found)[:500],
        "no JSON": "<html>",
        "empty": "",
        "a hole": json.dumps(hole),
        "no graph": json.dumps({**found, "graph": None}),
        "another program": json.dumps({**found, "program": "first/others"}),
        "another version": json.dumps({**found, "source": "0"}),
    }


@pytest.mark.parametrize("what", list(damaged(samples.deposits())))
def test_without_sound_states_a_sentence_says_what_to_do(sit: Sit, page: Page, what: str) -> None:
    body = damaged(samples.deposits())[what]
    answer = {"status": 404} if body is None else {"body": body}
    page.route("**/deposits.states.json", lambda route: route.fulfill(**answer))
    seat = sit(samples.deposits())
    expect(seat.element.locator(".il-seat__trouble")).to_contain_text("Reload the page")
    expect(seat.desk).to_be_hidden()
    expect(seat.rows.locator("samp").last).to_be_visible()


def test_without_a_connection_a_sentence_says_what_to_do(sit: Sit, page: Page) -> None:
    page.route("**/deposits.states.json", lambda route: route.abort())
    seat = sit(samples.deposits())
    expect(seat.element.locator(".il-seat__trouble")).to_contain_text("when you are online")


def test_a_script_that_does_not_come_leaves_the_table(sit: Sit, page: Page) -> None:
    page.route("**/explorer.js", lambda route: route.abort())
    seat = sit(samples.deposits())
    expect(seat.rows.locator("samp").last).to_be_hidden()
    page.evaluate("() => document.getAnimations().forEach((one) => one.finish())")
    expect(seat.rows.locator("samp").last).to_be_visible()
    expect(seat.desk).to_be_hidden()


def test_a_program_too_large_to_walk_in_shows_its_table(sit: Sit) -> None:
    seat = sit(samples.too_large())
    expect(seat.rows.locator("samp").last).to_be_visible()
    expect(seat.element).to_contain_text("more than 5,000 states")


# Without scripts, and on paper


def test_without_scripts_the_table_is_there(browser: Browser, tmp_path: Path) -> None:
    lay_out(tmp_path, samples.html(samples.deposits(), twin=True))
    context = browser.new_context(java_script_enabled=False)
    with served(tmp_path) as origin:
        page = context.new_page()
        page.goto(origin)
        assert_all_is_told(page)
    context.close()


def test_paper_shows_what_the_reader_has_not_found(seat: Seat) -> None:
    seat.press("AB")
    seat.page.emulate_media(media="print")
    assert_all_is_told(seat.page)


def assert_all_is_told(page: Page) -> None:
    """Every ending of both programs, and nothing to press."""
    assert page.locator("tbody samp").count() == 3
    for one in page.locator("tbody samp").all():
        expect(one).to_be_visible()
    expect(page.get_by_text("Every step of all 6 schedules was executed.")).to_be_visible()
    expect(page.get_by_text("The ending is certain.").locator("visible=true")).to_have_count(1)
    expect(page.locator(".il-seat__desk").locator("visible=true")).to_have_count(0)
