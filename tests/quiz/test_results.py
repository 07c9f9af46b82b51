"""Every chapter of the book shows its reader's results, once, below its questions."""

import pytest
from mkdocs.utils.yaml import yaml_load

from scripts.book import ROOT, Book
from scripts.quiz.publish import RESULTS


def chapters() -> list[str]:
    """The folders of the chapters that are written."""
    with (ROOT / "mkdocs.yml").open("rb") as file:
        found = yaml_load(file)["extra"]["chapters"]
    return [one["page"] for one in found if "page" in one]


@pytest.mark.parametrize("chapter", chapters())
def test_a_chapter_ends_with_its_results(chapter: str) -> None:
    text = (Book().docs / chapter / "index.md").read_text(encoding="utf-8")
    assert text.count(RESULTS) == 1
    assert text.index(RESULTS) > text.rindex("</quiz>")
