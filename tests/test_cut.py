"""python -m scripts.cut: a page in two, and every link where its words say."""

from pathlib import Path

import pytest
from mkdocs.utils.yaml import yaml_load

from scripts import check, cut, site
from scripts.book import Book
from tests.book_samples import copied

PAGE = """---
title: Plain
---

# Plain

Here, [there](#far-away), [deeper](#deeper), [the lamp](#lamp).

## Near

Stays. [Far](index.md#far-away).

## Far away

Goes. [Near](#near), [here](#deeper), [the first](../first/index.md#evidence).

### Deeper

A lamp.
{ #lamp }

## The end

### Of it all

Nothing.
"""


@pytest.fixture
def book(tmp_path: Path) -> Book:
    found = copied(tmp_path)
    (found.docs / "plain" / "index.md").write_text(PAGE, encoding="utf-8")
    with (found.docs / "first" / "index.md").open("a", encoding="utf-8") as file:
        file.write("\n[a](../plain/index.md#far-away) [b](../plain/index.md#near)\n")
        file.write("\n[c](../plain/index.md) [d](../plain/index.md#lamp)\n")
    return found


def read(book: Book, page: str) -> str:
    return (book.docs / page).read_text(encoding="utf-8")


def test_what_follows_becomes_a_page_and_links_lead_there(book: Book) -> None:
    assert cut.main(["plain/index.md", "Far away", "far"], book) == 0
    kept, moved, other = (
        read(book, one) for one in ("plain/index.md", "plain/far.md", "first/index.md")
    )
    assert kept.endswith("## Near\n\nStays. [Far](far.md#far-away).\n")
    assert "[there](far.md#far-away), [deeper](far.md#deeper)" in kept
    assert "[the lamp](far.md#lamp)" in kept
    assert moved.startswith(
        "---\ntitle: Far away\n---\n\n# Far away\n\nGoes. [Near](index.md#near)"
    )
    assert "[here](#deeper), [the first](../first/index.md#evidence)" in moved
    assert "\n## Deeper\n" in moved
    assert moved.endswith("## The end\n\n### Of it all\n\nNothing.\n")
    assert "[a](../plain/far.md#far-away) [b](../plain/index.md#near)" in other
    assert "[c](../plain/index.md) [d](../plain/far.md#lamp)" in other
    assert check.main([], book) == 0
    assert site.build(book) == 0
    assert check.main(["--site", str(book.root / "site")], book) == 0


def test_it_may_have_a_title_of_its_own(book: Book) -> None:
    assert cut.main(["plain/index.md", "Far away", "far", "--title", "Farther: on"], book) == 0
    moved = read(book, "plain/far.md")
    assert moved.startswith(
        "---\ntitle: 'Farther: on'\n---\n\n# Farther: on\n\n## Far away\n\nGoes."
    )
    assert "\n### Deeper\n" in moved


def test_pages_follow_each_other_below_the_chapter(book: Book) -> None:
    assert cut.main(["plain/index.md", "The end", "end"], book) == 0
    assert cut.main(["plain/index.md", "Far away", "far"], book) == 0
    assert cut.main(["plain/far.md", "Deeper", "deeper"], book) == 0
    with (book.root / "mkdocs.yml").open("rb") as file:
        nav = yaml_load(file)["nav"]
    (pages,) = [one["Plain"] for one in nav if "Plain" in one]
    assert pages == ["plain/index.md", "plain/far.md", "plain/deeper.md", "plain/end.md"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["gone/index.md", "Near", "near"], "docs/gone/index.md"),
        (["plain/index.md", "Nowhere", "near"], "one of its headings: Near, Far away, The end"),
        (["plain/index.md", "Near", "../near"], "a new name of small letters"),
        (["plain/index.md", "Near", "index"], "it is there"),
    ],
)
def test_what_cannot_be_cut_is_told_and_left(
    book: Book, given: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cut.main(given, book) == 1
    assert said in " ".join(capsys.readouterr().err.split())
    assert read(book, "plain/index.md") == PAGE


def test_a_page_that_nav_does_not_name_is_left(
    book: Book, capsys: pytest.CaptureFixture[str]
) -> None:
    config = book.root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("  - Plain: plain/index.md\n", "")
    config.write_text(text, encoding="utf-8")
    assert cut.main(["plain/index.md", "Far away", "far"], book) == 1
    assert "plain/index.md on a line of nav" in capsys.readouterr().err
    assert read(book, "plain/index.md") == PAGE
    assert not (book.docs / "plain" / "far.md").exists()


def test_a_chapters_title_is_quoted_where_yaml_wants_it() -> None:
    move = cut.Move("a/index.md", "a/b.md", frozenset())
    pages = "      - a/index.md\n      - a/b.md\n"
    assert cut.listed("  - a/index.md\n", move, "Stuck: why?") == f"  - 'Stuck: why?':\n{pages}"
    assert cut.listed("  - 'A: b': a/index.md\n", move, "-") == f"  - 'A: b':\n{pages}"


def test_links_from_another_folder_are_led_there() -> None:
    move = cut.Move("a/index.md", "a/b.md", frozenset({"x"}))
    assert cut.led("[1](../../a/index.md#x)", "lab/race/index.md", move) == "[1](../../a/b.md#x)"
    assert cut.led("[1](a/index.md#x)", "index.md", move) == "[1](a/b.md#x)"
    assert cut.led("[1](index.md#y) [2](#x)", "lab/index.md", move) == "[1](index.md#y) [2](#x)"
