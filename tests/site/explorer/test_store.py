"""The reader's store, asked from a page: what is kept, when it is due, and damage."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from scripts.host import served
from tests.site.explorer.seats import KEPT, lay_out

NOON = 1_800_000_000_000
DAY = 24 * 60 * 60 * 1000
KNOWS = "(name) => name in JSON.parse(localStorage.getItem('interleave') ?? '{}').entries"
CALL = """async ([name, words]) => (await import("./assets/store.js"))[name](...words)"""


@pytest.fixture
def page(page: Page, tmp_path: Path) -> Iterator[Page]:
    """One on a site of its own, at a fixed time."""
    lay_out(tmp_path, "")
    with served(tmp_path) as origin:
        page.goto(origin)
        page.clock.set_fixed_time(NOON / 1000)
        yield page


def call(page: Page, name: str, *words: Any) -> Any:
    return page.evaluate(CALL, [name, list(words)])


def keep(page: Page, text: str) -> None:
    page.evaluate("(text) => localStorage.setItem('interleave', text)", text)


def test_nothing_is_known_at_first(page: Page) -> None:
    assert call(page, "all") == {"entries": {}, "trouble": ""}
    assert call(page, "get", "gil") is None
    assert call(page, "says") == ""
    assert page.evaluate(KEPT) is None


def test_the_first_attempt_stays_the_first(page: Page) -> None:
    call(page, "attempt", "gil", "v1", False, "b")
    entry = call(page, "attempt", "gil", "v1", True, "a")
    assert entry == call(page, "get", "gil")
    assert (entry["first"], entry["tries"]) == (False, 2)
    assert entry["last"] == {"right": True, "at": NOON, "detail": "a"}


def test_another_version_starts_anew(page: Page) -> None:
    call(page, "attempt", "gil", "v1", False)
    entry = call(page, "attempt", "gil", "v2", True)
    assert (entry["version"], entry["first"], entry["tries"]) == ("v2", True, 1)


def test_an_entry_of_a_time_of_longer_versions_still_counts(page: Page) -> None:
    call(page, "attempt", "explorer:gil", "26f34c2ead21825a6a687f29", True)
    assert call(page, "get", "explorer:gil")["version"] == "26f34c2ead21"
    entry = call(page, "attempt", "explorer:gil", "26f34c2ead21", True)
    assert (entry["tries"], entry["first"]) == (2, True)


def test_right_answers_that_were_due_come_back_later_and_later(page: Page) -> None:
    at, days = NOON, []
    for _ in range(6):
        page.clock.set_fixed_time(at / 1000)
        due = call(page, "attempt", "gil", "v1", True)["due"]
        days.append((due - at) // DAY)
        at = due
    assert days == [1, 5, 12, 30, 30, 30]


def test_a_right_answer_before_it_is_due_changes_nothing(page: Page) -> None:
    due = call(page, "attempt", "gil", "v1", True)["due"]
    page.clock.set_fixed_time((NOON + DAY / 2) / 1000)
    assert call(page, "attempt", "gil", "v1", True)["due"] == due


def test_a_wrong_answer_is_due_tomorrow(page: Page) -> None:
    call(page, "attempt", "gil", "v1", True)
    page.clock.set_fixed_time((NOON + DAY) / 1000)
    call(page, "attempt", "gil", "v1", True)
    page.clock.set_fixed_time((NOON + 3 * DAY) / 1000)
    assert call(page, "attempt", "gil", "v1", False)["due"] == NOON + 4 * DAY


def test_every_attempt_is_told_on_the_window(page: Page) -> None:
    page.evaluate(
        "() => { window.told = []; addEventListener('interleave:progress', (e) => told.push(e.detail)) }"
    )
    entry = call(page, "attempt", "gil", "v1", True)
    assert page.evaluate("() => window.told") == [{"id": "gil", "entry": entry}]


def test_an_entry_that_is_damaged_does_not_take_the_others_with_it(page: Page) -> None:
    call(page, "attempt", "gil", "v1", True)
    kept = page.evaluate(KEPT)
    kept["entries"]["broken"] = {"version": "v1", "tries": "many"}
    keep(page, json.dumps(kept))
    found = call(page, "all")
    assert (list(found["entries"]), found["trouble"]) == (["gil"], "damaged")
    assert "damaged" in call(page, "says")
    call(page, "attempt", "race", "v1", True)
    assert set(page.evaluate(KEPT)["entries"]) == {"gil", "race"}


@pytest.mark.parametrize("text", ["", "{", "[]", "3", '{"version": 9, "entries": {}}'])
def test_what_cannot_be_read_is_set_aside(page: Page, text: str) -> None:
    keep(page, text)
    assert call(page, "all") == {"entries": {}, "trouble": "damaged"}
    call(page, "attempt", "gil", "v1", True)
    assert list(page.evaluate(KEPT)["entries"]) == ["gil"]
    assert page.evaluate("() => localStorage.getItem('interleave.damaged')") == text


def test_two_pages_add_to_one_store(page: Page) -> None:
    other = page.context.new_page()
    other.goto(page.url)
    for one, name in ((page, "a"), (other, "b"), (page, "c")):
        call(one, "attempt", name, "v1", True)
        for each in (page, other):  # a browser tells its other processes in its own time
            each.wait_for_function(KNOWS, arg=name)
    assert set(call(other, "all")["entries"]) == {"a", "b", "c"}


def test_a_full_store_keeps_until_the_page_is_left(page: Page) -> None:
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full') } }")
    call(page, "attempt", "a", "v1", True)
    call(page, "attempt", "b", "v1", True)
    assert set(call(page, "all")["entries"]) == {"a", "b"}
    assert call(page, "all")["trouble"] == "full"
    assert "full" in call(page, "says")
