"""A chapter of the map, `extra.chapters` in mkdocs.yml, and the name that it began with.

The name is its folder in snippets/, and stands in the ids of its exam questions. It is the
folder of its page as well, until that is renamed; from then on the map says it.
"""

from collections.abc import Mapping
from typing import Any

from mkdocs.utils.yaml import yaml_load

from scripts.book import Book

Chapter = Mapping[str, Any]


def chapters(book: Book) -> list[Chapter]:
    """Those that are written, in order."""
    with (book.root / "mkdocs.yml").open("rb") as file:
        found = yaml_load(file).get("extra", {}).get("chapters", [])
    return [one for one in found if one.get("page")]


def name(chapter: Chapter) -> str:
    """The name of one that is written."""
    return str(chapter.get("name") or folder(chapter))


def folder(chapter: Chapter) -> str:
    """The folder of its page, below docs/."""
    return str(chapter["page"]).strip("/")
