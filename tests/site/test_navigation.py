"""The navigation: it holds the whole book, and every entry leads somewhere."""

from typing import Any

from mkdocs.utils.yaml import yaml_load

from scripts.book import ROOT
from tests.site.conftest import Tab, every_kind_of_page


def chapters() -> list[dict[str, Any]]:
    """The book as mkdocs.yml tells it."""
    with (ROOT / "mkdocs.yml").open("rb") as file:
        found: list[dict[str, Any]] = yaml_load(file)["extra"]["chapters"]
    return found


@every_kind_of_page
def test_every_page_lists_the_whole_book_in_order(tab: Tab, address: str) -> None:
    page = tab.visit(address)
    entries = page.locator(".md-sidebar--primary .md-nav--primary > ul > li").all_inner_texts()
    titles = [entry.strip().splitlines()[0] for entry in entries]
    wanted = [chapter["title"] for chapter in chapters()]
    assert titles[1:] == [*wanted, "Labs", "Your progress", "Your review", "Read offline"]


def test_the_map_has_a_place_for_every_chapter_and_leads_to_those_that_are_written(
    tab: Tab,
) -> None:
    page = tab.visit("")
    places = page.locator(".il-map li").evaluate_all(
        """(all) => all.map((e) => [e.id, e.innerText, e.querySelector("a")?.href ?? null])"""
    )
    assert [(name, url) for name, _, url in places] == [
        (one["id"], tab.origin + one["page"] if "page" in one else None) for one in chapters()
    ]
    for (_, words, _), one in zip(places, chapters(), strict=True):
        assert one["title"] in words
        assert one["promise"] in words
