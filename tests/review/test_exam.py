"""The exam: two questions of every chapter at least, each with an id that says which."""

import re

from mkdocs.utils.yaml import yaml_load

from scripts import promised
from scripts.book import ROOT

IDS = re.findall(
    r'<quiz id="([^"]+)"', (ROOT / "docs" / "review" / "exam.md").read_text(encoding="utf-8")
)


def test_every_chapter_has_two_questions_or_more() -> None:
    written = promised.written(ROOT / "mkdocs.yml")
    for chapter in (page.strip("/") for id, page in written.items() if id != "review"):
        assert sum(one.startswith(f"exam-{chapter}-") for one in IDS) >= 2, chapter


def test_every_question_belongs_to_a_chapter() -> None:
    folders = [page.strip("/") for page in promised.written(ROOT / "mkdocs.yml").values()]
    assert [one for one in IDS if one.split("-")[1] not in folders] == []


def test_a_sheet_has_room_for_every_chapter() -> None:
    with (ROOT / "mkdocs.yml").open("rb") as file:
        assert len(yaml_load(file)["extra"]["chapters"]) - 1 <= 20
