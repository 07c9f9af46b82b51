"""scripts.quiz.publish: what the catalogue makes of goals that several places ask for."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from mkdocs.structure.pages import Page

from scripts import kept
from scripts.quiz.publish import LABEL, Published
from tests.quiz.test_model import SCHEDULE

SEAT = """<interleaving-explorer id="seat" data-version="v1" data-goal="explorer:races/a&#95;b:x &lt; 1">
<p class="il-seat&#95;&#95;goal">Lose <b>it</b>. <span class="il-seat&#95;&#95;won" hidden>reached</span></p>
</interleaving-explorer>"""


def page(name: str) -> Page:
    return cast(
        Page,
        SimpleNamespace(file=SimpleNamespace(src_uri=f"{name}.md"), url=f"{name}/", title=name),
    )


def catalogue(**sources: str) -> dict[str, list[dict[str, Any]]]:
    """By page, what is listed of pages with this Markdown; what is no quiz is HTML already."""
    published = Published()
    published.order = [page(name) for name in sources]
    for one, source in zip(published.order, sources.values(), strict=True):
        published.put_in(
            published.take_out(source, one, "a.md"), one, lambda text: f"<p>{text}</p>"
        )
    chapters = json.loads(published.catalogue())["chapters"]
    return {page["title"]: page["asks"] for chapter in chapters for page in chapter["pages"]}


def test_a_goal_is_listed_with_its_words_and_its_place() -> None:
    assert catalogue(races=SEAT) == {
        "races": [
            {
                "id": "explorer:races/a_b:x < 1",
                "at": "seat",
                "version": "v1",
                "kind": "explorer",
                "title": "Lose it.",
            }
        ]
    }


def test_a_goal_of_a_lab_is_listed_as_one() -> None:
    box = """<interleave-race id="box" data-version="1" data-goal="lab:lab/race/lost:lost">
<p class="lab-goal">Lose it. <span class="lab-won" hidden>reached</span></p></interleave-race>
<interleave-race id="other"></interleave-race>"""
    (found,) = catalogue(lab=box)["lab"]
    assert (found["kind"], found["title"], found["at"]) == ("lab", "Lose it.", "box")


GOAL = (
    '<scheduler-lab><li class="il-goal" id="goal-nine" data-goal="lab:scheduler:nine"'
    ' data-version="v2"><p class="il-goal__say"><b>Nine times.</b> Give A more.'
    ' <span class="il-goal__won" hidden>reached</span></p></li></scheduler-lab>'
)


def test_a_goal_of_a_lab_is_listed_with_its_words_and_its_place() -> None:
    assert catalogue(lab=GOAL) == {
        "lab": [
            {
                "id": "lab:scheduler:nine",
                "at": "goal-nine",
                "version": "v2",
                "kind": "lab",
                "title": "Nine times. Give A more.",
            }
        ]
    }


def test_a_long_question_is_listed_with_its_beginning() -> None:
    long = "How many words of a question " + "and another word " * 9 + "are there?"
    (found,) = catalogue(races=QUIZ.replace("What [is](other.md) it?", long))["races"]
    assert found["title"].startswith("How many words of a question and another")
    assert found["title"].endswith(" …")
    assert len(found["title"]) <= LABEL


def test_pages_of_a_folder_are_listed_as_one_chapter() -> None:
    published = Published()
    published.order = [page("races/index"), page("races/later"), page("alone")]
    for number, one in enumerate(published.order):
        source = QUIZ.replace('"q"', f'"q-{number}"')
        published.put_in(published.take_out(source, one, "a.md"), one, lambda text: text)
    first, second = json.loads(published.catalogue())["chapters"]
    assert (first["url"], [one["url"] for one in first["pages"]]) == (
        "races/index/",
        ["races/index/", "races/later/"],
    )
    assert [one["url"] for one in second["pages"]] == ["alone/"]


def test_a_goal_of_several_pages_belongs_to_the_last() -> None:
    assert list(catalogue(home=SEAT, races=SEAT)) == ["races"]


def test_a_goal_that_a_quiz_asks_for_belongs_to_the_quiz() -> None:
    seat = SEAT.replace("races/a&#95;b:x &lt; 1", "races/deposit:balance &lt; 120")
    found = catalogue(home=seat, races=SCHEDULE)
    assert list(found) == ["races"]
    assert [ask["kind"] for ask in found["races"]] == ["schedule"]


def test_an_explorer_without_a_goal_is_not_listed() -> None:
    assert catalogue(races=SEAT.replace("explorer:races/a&#95;b:x &lt; 1", "")) == {}


QUIZ = """<quiz id="q">
What [is](other.md) it?

- [x] One
> Yes.
- [ ] Two
> No, see [there](other.md).
- [ ] Three
> No.

All of it.
</quiz>
"""


def asked(settings: str, source: str = QUIZ) -> tuple[list[str], str]:
    """The texts that one build asks mkdocs-quiz for, and the page that comes of it."""
    seen: list[str] = []

    def fragment(text: str) -> str:
        seen.append(text)
        return f"<p>{text}</p>"

    published, one = Published(), page("a")
    html = published.put_in(published.take_out(source, one, "a.md"), one, fragment, settings)
    return seen, html


def test_a_text_without_a_link_is_rendered_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "folder", lambda root: tmp_path)
    first, html = asked("settings")
    assert sorted(first) == sorted(set(first))
    again, same = asked("settings")
    assert same == html
    assert sorted(again) == ["No, see [there](other.md).", "What [is](other.md) it?"]


def test_another_text_or_other_settings_are_rendered_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "folder", lambda root: tmp_path)
    first, _ = asked("settings")
    assert asked("others")[0] == first
    texts, html = asked("settings", QUIZ.replace("All of it.", "All of them."))
    assert "All of them." in texts
    assert "All of them." in html


def test_without_settings_nothing_is_kept() -> None:
    assert asked("")[0].count("All of it.") == asked("")[0].count("All of it.") == 1
