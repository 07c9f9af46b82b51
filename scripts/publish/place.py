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
    own = _chapter(page, chapters)
    if own is None:
        return None
    beside = page.parent.children if page.parent else []
    found = [one for one in beside if isinstance(one, Page) and _chapter(one, chapters) == own]
    pages = found or [page]
    return Place(own, pages, pages.index(page))


def _chapter(page: Page, chapters: Sequence[Mapping[str, Any]]) -> int | None:
    folder = page.url if page.is_index else page.url.rstrip("/").rpartition("/")[0] + "/"
    known = (number for number, one in enumerate(chapters) if one.get("page") == folder)
    return next(known, None)
