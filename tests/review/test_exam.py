"""The exam: two questions of every chapter at least, each with an id that says which."""

import re

from mkdocs.utils.yaml import yaml_load

from scripts import chapter
from scripts.book import ROOT, Book

CHAPTERS = chapter.chapters(Book(ROOT))
IDS = re.findall(
    r'<quiz id="([^"]+)"', (ROOT / "docs" / "review" / "exam.md").read_text(encoding="utf-8")
)


def test_every_chapter_has_two_questions_or_more() -> None:
    for name in (chapter.name(one) for one in CHAPTERS if one["id"] != "review"):
        assert sum(one.startswith(f"exam-{name}-") for one in IDS) >= 2, name


def test_every_question_belongs_to_a_chapter() -> None:
    names = [chapter.name(one) for one in CHAPTERS]
    assert [one for one in IDS if one.split("-")[1] not in names] == []


def test_a_sheet_has_room_for_every_chapter() -> None:
    with (ROOT / "mkdocs.yml").open("rb") as file:
        assert len(yaml_load(file)["extra"]["chapters"]) - 1 <= 20
