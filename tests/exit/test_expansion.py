"""The expansion of the tiny book: plain Markdown with all that the site shows."""

import json
from pathlib import Path
from typing import Any

import pytest
from markdown import Markdown  # type: ignore[import-untyped]  # it brings no types
from mkdocs.utils.yaml import yaml_load

from scripts.exit.contents import KINDS, contents
from scripts.exit.expansion import expand, markdown
from tests.book_samples import change, copied, made

PAGES = ["index", "first/index", "texts/index", "quizzes/index", "kinds/index", "plain/index"]


@pytest.fixture(scope="module")
def expanded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the tiny book, expanded."""
    return expand(made(), tmp_path_factory.mktemp("expanded")).parent


@pytest.fixture(scope="module")
def settings(expanded: Path) -> dict[str, Any]:
    """Its settings."""
    with (expanded / "mkdocs.yml").open("rb") as file:
        found: dict[str, Any] = yaml_load(file)
    return found


def source(expanded: Path, page: str) -> str:
    """A page's Markdown."""
    return (expanded / "docs" / f"{page}.md").read_text(encoding="utf-8")


def html(expanded: Path, page: str, settings: dict[str, Any]) -> str:
    """A page as plain Python-Markdown renders it, with the book's extensions and nothing else."""
    given = settings["markdown_extensions"]
    named = [one if isinstance(one, str) else next(iter(one)) for one in given]
    configs = {name: one[name] for one in given if isinstance(one, dict) for name in one}
    _, _, body = source(expanded, page).rpartition("\n---\n")
    maker = Markdown(extensions=named, extension_configs=configs)
    return str(maker.convert(body))


@pytest.mark.parametrize("page", PAGES)
def test_plain_markdown_makes_of_it_what_the_site_holds(
    expanded: Path, settings: dict[str, Any], page: str
) -> None:
    site = (made().root / "site" / f"{page}.html").read_text(encoding="utf-8")
    assert contents(html(expanded, page, settings)) == contents(site)


def test_the_tiny_book_has_something_of_each_kind() -> None:
    sites = [(made().root / "site" / f"{page}.html").read_text() for page in PAGES]
    assert {thing.kind for text in sites for thing in contents(text)} == set(KINDS)


def test_no_macro_and_no_quiz_is_left(expanded: Path) -> None:
    for page in set(PAGES) - {"texts/index"}:  # the programs of that page print such things
        assert "{{" not in source(expanded, page)
        assert "<!-- interleave-quiz" not in source(expanded, page)
    assert source(expanded, "quizzes/index").count("<interleave-quiz") == 2
    assert '<quiz id="not-one">' in source(expanded, "quizzes/index"), "code stays as it is"


def test_front_matter_and_prose_stay(expanded: Path) -> None:
    text = source(expanded, "index")
    assert text.startswith("---\nhide:\n- toc\ntitle: A tiny book\n---\n")
    assert "# A tiny book { #top }" in text
    assert "[the first chapter](first/index.md#evidence)" in text
    assert '<li id="later">Later: A chapter that is not written yet.</li>' in text


def test_all_that_pages_fetch_is_there(expanded: Path) -> None:
    docs, site = expanded / "docs", made().root / "site"
    assert (docs / "programs/first/counts.py").read_bytes() == (
        made().snippets / "first" / "counts.py"
    ).read_bytes()
    states = "programs/first/deposits.states.json"
    assert (docs / states).read_bytes() == (site / states).read_bytes()
    for name in ("assets/quiz.js", "assets/quiz.css", "assets/live.js"):
        assert (docs / name).read_bytes() == (site / name).read_bytes()
    assert not (docs / "assets" / "quiz").exists(), "parts are in quiz.js"
    listed = json.loads((docs / "assets/quizzes.json").read_text())
    assert listed == json.loads((site / "assets/quizzes.json").read_text())


def test_the_settings_ask_for_no_hook_and_for_the_same_pages(settings: dict[str, Any]) -> None:
    assert "hooks" not in settings
    assert "INHERIT" not in settings
    assert settings["plugins"] == ["search"]
    assert settings["theme"]["variant"] == "classic"
    assert "custom_dir" not in settings["theme"], "its blocks need the hook"
    assert settings["nav"][:3] == [
        {"A tiny book": "index.md"},
        {"First": "first/index.md"},
        {"Later": "./#later"},
    ]


def test_an_element_is_one_line_that_keeps_its_own_white_space() -> None:
    page = "Text\n<interleave-quiz>\n<pre>a\n\tb</pre>\n</interleave-quiz>\nmore"
    block = "<div><interleave-quiz>&#10;<pre>a&#10;&#9;b</pre>&#10;</interleave-quiz></div>"
    assert markdown(page) == f"Text\n\n\n{block}\n\n\nmore"


def test_an_id_is_written_out() -> None:
    line = '<figure id="program-a&#95;b">&#95;</figure>'
    assert markdown(line) == '<figure id="program-a_b">&#95;</figure>'


def test_a_page_with_a_mistake_is_told(tmp_path: Path) -> None:
    book = copied(tmp_path)
    change(book.docs / "quizzes" / "index.md", '<quiz id="quizzes-far">', "<quiz>")
    with pytest.raises(Exception, match="the quiz has no id"):
        expand(book, tmp_path)
