"""The navigation: it holds the whole book, and every entry leads somewhere."""

import re
from typing import Any

from mkdocs.utils.yaml import yaml_load
from playwright.sync_api import expect

from scripts.book import ROOT
from tests.site.conftest import Tab, every_chapter

ENTRIES = ".md-sidebar--primary .md-nav--primary > ul > li > a"


def chapters() -> list[dict[str, Any]]:
    """The book as mkdocs.yml tells it."""
    with (ROOT / "mkdocs.yml").open("rb") as file:
        found: list[dict[str, Any]] = yaml_load(file)["extra"]["chapters"]
    return found


PLANNED = [one for one in chapters() if "page" not in one]


@every_chapter
def test_every_page_lists_the_whole_book_in_order(tab: Tab, address: str) -> None:
    page = tab.visit(address)
    entries = page.locator(".md-sidebar--primary .md-nav--primary > ul > li").all_inner_texts()
    titles = [entry.strip().splitlines()[0] for entry in entries]
    wanted = [chapter["title"] for chapter in chapters()]
    assert titles[1:] == [*wanted, "Labs", "Your progress", "Your review"]


@every_chapter
def test_every_planned_chapter_leads_to_the_map(tab: Tab, address: str) -> None:
    page = tab.visit(address)
    entries = page.locator(ENTRIES).evaluate_all(
        "(all) => all.map((a) => [a.innerText.trim(), a.href])"
    )
    planned = {chapter["title"]: f"{tab.origin}#{chapter['id']}" for chapter in PLANNED}
    assert {title: url for title, url in entries if title in planned} == planned


def test_the_map_has_a_place_for_every_planned_chapter(tab: Tab) -> None:
    page = tab.visit("")
    places = page.locator(".il-map li").evaluate_all("(all) => all.map((e) => [e.id, e.innerText])")
    lost = [one["id"] for one in PLANNED if one["promise"] not in dict(places).get(one["id"], "")]
    assert lost == []


def test_a_click_on_a_planned_chapter_goes_there(tab: Tab) -> None:
    last = PLANNED[-1]
    page = tab.visit("races/")
    page.locator(ENTRIES, has_text=re.compile(rf"^\s*{last['title']}\s*$")).click()
    expect(page.locator(f"li#{last['id']}:target")).to_be_in_viewport()
