"""Where a page stands: in which chapter of the map, and among which of its pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs.structure.pages import Page


@dataclass(frozen=True)
class Place:
    """A chapter by its number on the map, all its pages in order, and which of them this is."""

    number: int
    pages: list[Page]
    at: int


def place(page: Page, chapters: Sequence[Mapping[str, Any]]) -> Place | None:
    """The place of a page. None for one that is in no chapter. chapters: the map, from 0 on.

    A chapter's pages are the index of its folder and what follows it in the navigation.
    """
    numbers = {str(one.get("page")): number for number, one in enumerate(chapters)}
    folder = _folder(page)
    if folder not in numbers:
        return None
    beside = page.parent.children if page.parent else []
    found = [one for one in beside if isinstance(one, Page) and _folder(one) == folder]
    pages = found or [page]
    return Place(numbers[folder], pages, pages.index(page))


def _folder(page: Page) -> str:
    """Its address, or that of the index beside it."""
    return page.url if page.is_index else page.url.rstrip("/").rpartition("/")[0] + "/"
