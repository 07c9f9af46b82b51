"""Links to chapters that were still to come when their page was written."""

import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.utils.yaml import yaml_load

from scripts.book import Book
from scripts.page import Page
from scripts.problem import Problem

TO_THE_MAP = re.compile(r"\]\((?P<up>(?:\.\./)*)index\.md#(?P<id>[\w-]+)\)")


def written(config: Path) -> dict[str, str]:
    """By the id of each written chapter on the map, its folder with a slash."""
    with config.open("rb") as file:
        chapters = yaml_load(file).get("extra", {}).get("chapters", [])
    return {one["id"]: one["page"] for one in chapters if one.get("page")}


def problems(pages: list[Page], book: Book) -> Iterator[Problem]:
    """Links to a place on the map whose chapter is there by now."""
    there = written(book.root / "mkdocs.yml")
    for page in pages:
        for number, line in enumerate(page.body.split("\n"), 1):
            for link in TO_THE_MAP.finditer(line):
                if link["id"] in there:
                    chapter = f"{link['up']}{there[link['id']]}index.md"
                    yield Problem(
                        f"{page.place}:{number}",
                        expected=f"a link to the chapter, which is written: ({chapter})",
                        seen=f"a link to its place on the map, {link[0][2:-1]}",
                        command=f"sed -n {number}p {page.place}",
                    )
