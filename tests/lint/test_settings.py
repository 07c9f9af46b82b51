"""scripts.lint.settings: what mkdocs-quiz ignores without a word in front matter and settings."""

from pathlib import Path

import pytest
from mkdocs_quiz.plugin import MkDocsQuizPlugin  # type: ignore[import-untyped]

from scripts.lint import settings


def of_page(tmp_path: Path, yaml: str) -> list[tuple[str, str]]:
    path = tmp_path / "a.md"
    path.write_text(f"---\n{yaml}\n---\n\n# A\n")
    return [(one.place, one.seen) for one in settings.of_page(path, "a.md")]


def of_site(tmp_path: Path, *lines: str) -> list[tuple[str, str]]:
    path = tmp_path / "mkdocs.yml"
    path.write_text("\n".join(["site_name: A", "plugins:", *lines, ""]))
    return [(one.place, one.expected) for one in settings.of_site(path, "mkdocs.yml")]


@pytest.mark.parametrize(
    "yaml", ["title: Quiz", "quiz:\n  enabled: false\n  language: fr", "tags: [quiz]"]
)
def test_front_matter_that_is_understood_is_left_alone(tmp_path: Path, yaml: str) -> None:
    assert of_page(tmp_path, yaml) == []


@pytest.mark.parametrize(
    ("yaml", "place", "seen"),
    [
        ("title: A\nquiz:\n  enable: true", "a.md:4", "'enable'"),
        ("quiz:\n  enabled: 'no'", "a.md:3", "enabled: 'no'"),
        ("quiz:\n  language: 7", "a.md:3", "language: 7"),
        ("quiz: true", "a.md:2", "quiz: True"),
        ("title: A\ndescription: One: two", "a.md:3", "mapping values are not allowed here"),
        ("quizzes:\n  enabled: true", "a.md:2", "'quizzes', which nobody reads"),
        ("Quiz:\n  enabled: true", "a.md:2", "'Quiz', which nobody reads"),
    ],
)
def test_front_matter_that_does_nothing_is_told(
    tmp_path: Path, yaml: str, place: str, seen: str
) -> None:
    assert of_page(tmp_path, yaml) == [(place, seen)]


def test_a_page_without_front_matter_has_no_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# A\n\nquiz: false\n")
    assert list(settings.of_page(path, "a.md")) == []


def test_good_settings_are_left_alone(tmp_path: Path) -> None:
    lines = [
        "  - search",
        "  - macros:",
        "      x: 1",
        "  - mkdocs_quiz:",
        "      embed_source: false",
    ]
    assert of_site(tmp_path, *lines) == []
    assert of_site(tmp_path, "  - search") == []


def test_macros_after_the_quizzes_are_told(tmp_path: Path) -> None:
    lines = ["  - mkdocs_quiz:", "      embed_source: false", "  - macros"]
    (found,) = of_site(tmp_path, *lines)
    assert found == ("mkdocs.yml:5", "macros before mkdocs_quiz, so that quizzes may call them")


def test_a_position_that_is_none_is_told_and_mkdocs_quiz_takes_it(tmp_path: Path) -> None:
    options = ["embed_source: false", "progress_sidebar_position: left"]
    lines = ["  - mkdocs_quiz:", *(f"      {one}" for one in options)]
    assert of_site(tmp_path, *lines) == [("mkdocs.yml:5", "top or bottom")]
    assert MkDocsQuizPlugin().load_config({"progress_sidebar_position": "left"}) == ([], [])


@pytest.mark.parametrize("line", ["  - mkdocs_quiz", "  - mkdocs_quiz:\n      embed_source: true"])
def test_a_key_in_the_page_is_told(tmp_path: Path, line: str) -> None:
    assert [expected for _, expected in of_site(tmp_path, line)] == ["embed_source: false"]
