"""The reader's seat: walked by keyboard and by mouse, up to every kind of ending."""

from playwright.sync_api import expect

from tests import seat_samples as samples
from tests.seat_samples import MISS
from tests.site.explorer.seats import FAR, Seat, Sit


def test_the_goal_is_reached_by_keyboard_alone(seat: Seat) -> None:
    for _ in range(9):
        seat.page.keyboard.press("Tab")
        if seat.thread("A").evaluate("(e) => e === document.activeElement"):
            break
    for key in "ABAB":
        seat.page.keyboard.press(key)
    expect(seat.verdict).to_have_text(
        "Goal reached. The program has finished. 4 of 6 schedules end like this."
    )
    assert seat.schedule() == "ABAB"


def test_small_letters_are_the_same_keys(seat: Seat) -> None:
    seat.press("abab")
    expect(seat.verdict).to_contain_text("Goal reached.")


def test_buttons_walk_by_mouse_and_by_enter(seat: Seat) -> None:
    seat.click("AB")
    seat.thread("A").press("Enter")
    seat.thread("B").press(" ")
    expect(seat.verdict).to_contain_text("Goal reached.")


def test_the_build_and_the_script_draw_the_same_start(sit: Sit) -> None:
    seat = sit(samples.deposits(), above=FAR)
    before = seat.stage()
    seat.ready()
    assert seat.stage() == before
    seat.press("ABAB")
    seat.press("R")
    assert seat.stage() == before


def test_undo_goes_back_step_by_step(seat: Seat) -> None:
    moments = [seat.stage()]
    for key in "ABBA":
        seat.press(key)
        moments.append(seat.stage())
    for wanted in reversed(moments[:-1]):
        seat.page.keyboard.press("Backspace")
        assert seat.stage() == wanted
    expect(seat.button("Undo")).to_have_attribute("aria-disabled", "true")


def test_a_moment_shows_who_stands_where_and_what_changed(seat: Seat) -> None:
    seat.press("ABA")
    lines = seat.element.locator("[data-line]:has(.il-chip)")
    assert [one.split("\n")[0] for one in lines.all_inner_texts()] == ["B", "main"]
    expect(seat.element.locator(".is-changed")).to_have_text("balance110was 100")
    assert seat.thread("A").inner_text().split("\n") == ["A", "has ended"]
    assert seat.thread("B").inner_text().split("\n") == ["B", "writes 110"]


def test_every_step_is_told_in_a_sentence(seat: Seat) -> None:
    told = []
    for key in "ABAB":
        seat.press(key)
        told.append(seat.heard.inner_text())
    assert told == [
        "A reads 100. balance is 100. A or B can go on.",
        "B reads 100. balance is 100. A or B can go on.",
        "A writes 110. balance is 110. B can go on.",
        "B writes 110. balance is 110. It printed: balance 110. Goal reached. "
        "The program has finished. 4 of 6 schedules end like this. Undo, or start again.",
    ]


def test_who_cannot_go_says_why(sit: Sit) -> None:
    seat = sit(samples.mended(), wins=()).ready()
    seat.press("A")
    expect(seat.heard).to_contain_text("B waits for lock, held by A. A can go on.")
    expect(seat.thread("B")).to_have_text("B waits for lock, held by A")
    expect(seat.thread("B")).to_have_attribute("aria-disabled", "true")
    seat.thread("B").focus()
    seat.page.keyboard.press("Enter")
    expect(seat.heard).to_have_text("B waits for lock, held by A.")
    expect(seat.thread("B")).to_be_focused()
    assert seat.schedule() == "A"


def test_the_main_thread_is_led_like_the_others(sit: Sit) -> None:
    seat = sit(samples.main_chooses(), wins=(1,)).ready()
    expect(seat.thread("B")).to_have_text("B is not started yet")
    seat.press("M")
    expect(seat.verdict).to_contain_text("Goal reached.")
    assert seat.here.endswith("#seat-first-deposits=m")


# Endings


def test_a_failed_try_says_so_and_a_hint_goes_back_to_the_last_chance(seat: Seat) -> None:
    seat.press("AABB")
    expect(seat.verdict).to_contain_text(MISS)
    seat.button("Hint").press("Enter")
    seat.shown("Back after step 1: from here the goal is in reach. Last time you let A go.")
    assert seat.schedule() == "A"
    expect(seat.desk).to_be_focused()
    seat.page.keyboard.press("B")
    seat.shown("Press a thread to let it take one step.")


def test_a_deadlock_is_an_ending(sit: Sit) -> None:
    seat = sit(samples.deadlocked(), wins=(1,)).ready()
    seat.press("AB")
    expect(seat.verdict).to_have_text(
        "Goal reached. Deadlock: nobody can go on. 1 of 2 schedules ends like this."
    )
    expect(seat.thread("A")).to_have_text("A waits for right, held by B")


def test_a_livelock_is_an_ending_in_which_threads_can_go_on(sit: Sit) -> None:
    seat = sit(samples.spinning(), wins=(1,)).ready()
    seat.press("BA")
    expect(seat.verdict).to_have_text(
        "Goal reached. Livelock: they can go on for ever, and none can finish. "
        "Unboundedly many schedules end like this."
    )
    expect(seat.thread("A")).to_have_attribute("aria-disabled", "false")


def test_what_was_not_explored_is_no_step(sit: Sit) -> None:
    seat = sit(samples.unfinished(), wins=(0,)).ready()
    seat.press("AA")
    expect(seat.thread("A")).to_have_text("A counts on: not complete, this was not explored")
    expect(seat.heard).to_contain_text("not complete")
    assert seat.schedule() == "A"


def test_endings_are_covered_until_they_are_found(seat: Seat) -> None:
    count = seat.element.locator(".il-seat__found")
    expect(count).to_contain_text("0 of 2 endings found")
    expect(seat.rows.nth(0).locator("samp")).to_be_hidden()
    seat.press("ABAB")
    expect(count).to_contain_text("1 of 2 endings found")
    expect(seat.rows.nth(0).locator("samp")).to_be_visible()
    expect(seat.rows.nth(1).locator("samp")).to_be_hidden()
    seat.press("RAABB")
    expect(count).to_contain_text("2 of 2 endings found")


def test_all_endings_can_be_shown_and_their_examples_replayed(seat: Seat) -> None:
    seat.button("Show all").click()
    for row, schedule in enumerate(("ABBA", "AABB")):
        seat.rows.nth(row).get_by_role("button").click()
        assert seat.schedule() == schedule
    expect(seat.button("Show all")).to_have_attribute("aria-disabled", "true")


def test_the_mended_program_comes_after_the_goal(seat: Seat) -> None:
    twin = Seat(seat.page, "seat-first-deposits-mended")
    expect(twin.element).to_be_hidden()
    seat.press("ABAB")
    seat.button("Try it on the mended program").click()
    expect(twin.desk).to_be_focused()
    twin.ready()
    seat.page.keyboard.press("A")
    expect(twin.heard).to_contain_text("B waits for lock, held by A.")
    assert seat.schedule() == "ABAB", "the key was for the seat that has the focus"


def test_the_focus_is_never_lost(seat: Seat) -> None:
    seat.press("AABB")
    seat.button("Hint").focus()
    seat.page.keyboard.press("u")
    expect(seat.desk).to_be_focused()
