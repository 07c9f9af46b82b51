"""scripts.page: pages are read with their own line numbers, and expanded with them."""

from pathlib import Path

import pytest

from scripts import page
from scripts.book import Book
from scripts.page import Page
from scripts.problem import Problem


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    return folder


def written(docs: Path, name: str, text: str) -> Page:
    """A page with this text, as the tools read it."""
    path = docs / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return page.read(path, docs, f"docs/{name}")


def place_of_the_mistake(one: Page) -> str:
    """Where expanding the page says that something is wrong."""
    with pytest.raises(Problem) as caught:
        page.expand(one, {"fails": fails, "works": lambda name: name})
    return caught.value.place


def fails(name: str) -> str:
    """A macro that finds fault."""
    raise Problem("elsewhere.py:7", expected="that", seen=f"this {name}", command="look there")


FRONT = "---\ntitle: A title\ndescription: Two\n---\n"


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("index.md", ""),
        ("races/index.md", "races/"),
        ("races/README.md", "races/"),
        ("races/more.md", "races/more/"),
        ("about.md", "about/"),
    ],
)
def test_a_page_knows_its_address(docs: Path, name: str, url: str) -> None:
    assert written(docs, name, "text").url == url


def test_blank_lines_stand_for_the_front_matter(docs: Path) -> None:
    one = written(docs, "index.md", f"{FRONT}# Heading\n")
    assert one.body.splitlines() == ["", "", "", "", "# Heading"]


def test_a_page_without_front_matter_is_left_as_it_is(docs: Path) -> None:
    assert written(docs, "index.md", "# Heading\n\n---\n\ntext\n").body.startswith("# Heading")


def test_a_rule_further_down_does_not_end_the_front_matter_again(docs: Path) -> None:
    one = written(docs, "index.md", f"{FRONT}# Heading\n\n---\n\ntext\n")
    assert "# Heading" in one.body


def test_a_page_lists_the_programs_that_its_macros_name(docs: Path) -> None:
    text = """{{ program("a/one") }} {{ fact('a/two', "n") }} {{ key( "a/three", "n") }}"""
    assert written(docs, "index.md", text).programs() == {"a/one", "a/two", "a/three"}


def test_a_page_lists_its_cards_in_order_and_as_often_as_they_stand(docs: Path) -> None:
    text = (
        '{{ program("b/two") }} {{ output("b/no") }} {{ program("a/one") }} {{ program("b/two") }}'
    )
    assert written(docs, "index.md", text).cards() == ["b/two", "a/one", "b/two"]


def test_a_macro_that_is_only_shown_is_no_card(docs: Path) -> None:
    shown = '{% raw %}{{ program("a/one") }}{% endraw %} {# {{ program("a/two") }} #}'
    text = f'{shown}\n{{{{ program("a/three") }}}}'
    assert written(docs, "index.md", text).cards() == ["a/three"]


def test_a_program_is_at_home_where_its_card_is(docs: Path) -> None:
    written(docs, "index.md", '{{ fact("a/one", "n") }}')
    written(docs, "chapter/index.md", '{{ program("a/one") }}')
    assert page.homes(docs) == {"a/one": "chapter/"}


def test_pages_come_in_order_with_places_from_the_root(docs: Path) -> None:
    for name in ("b.md", "a/index.md", "index.md"):
        written(docs, name, "text")
    found = page.pages(docs, Book(docs.parent))
    assert [one.place for one in found] == ["docs/a/index.md", "docs/b.md", "docs/index.md"]


def test_macros_are_replaced_by_what_they_give(docs: Path) -> None:
    one = written(docs, "index.md", 'a {{ works("b") }} c')
    assert page.expand(one, {"works": lambda name: name.upper()}) == "a B c"


@pytest.mark.parametrize("front", ["", FRONT], ids=["no front matter", "front matter"])
@pytest.mark.parametrize(
    "mistake",
    [
        '{{ fails("x") }}',
        "{{ nothing }}",
        "{{ works() }}",
        "{{ works('a') + 1 }}",
        "{% if %}",
        "{{ works( }}",
        "{% endfor %}",
    ],
)
def test_a_mistake_is_told_with_the_page_and_its_own_line(
    docs: Path, front: str, mistake: str
) -> None:
    one = written(docs, "index.md", f'{front}first\n\n{{{{ works("a") }}}}\n{mistake}\nlast\n')
    assert place_of_the_mistake(one) == f"docs/index.md:{front.count(chr(10)) + 4}"


def test_the_line_is_the_one_of_the_call_inside_a_loop(docs: Path) -> None:
    one = written(docs, "index.md", "{% for x in 'ab' %}\n\n{{ fails(x) }}\n{% endfor %}\n")
    assert place_of_the_mistake(one) == "docs/index.md:3"


def test_a_mistake_found_by_a_macro_keeps_its_words_its_place_and_its_cure(docs: Path) -> None:
    one = written(docs, "index.md", '{{ fails("x") }}')
    with pytest.raises(Problem) as caught:
        page.expand(one, {"fails": fails})
    told = caught.value
    assert (told.expected, told.command) == ("that", "look there")
    assert told.seen == "this x (elsewhere.py:7)"


def test_the_cure_of_a_page_that_cannot_be_read_shows_the_line(docs: Path) -> None:
    one = written(docs, "index.md", "\n{% if %}")
    with pytest.raises(Problem) as caught:
        page.expand(one, {})
    assert caught.value.command == "sed -n 2p docs/index.md"


def test_an_anchor_is_found_on_its_page(docs: Path) -> None:
    (docs / "start").mkdir()
    written(docs, "start/index.md", "# One\n\n## Two { #badges }\n")
    assert page.with_anchor("badges", docs) == "start/"
    assert page.with_anchor("other", docs) is None
