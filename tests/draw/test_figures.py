"""What holds of every figure."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts.draw import Figure, html
from tests.draw.cases import FIGURES

every_figure = pytest.mark.parametrize("name", FIGURES)
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?)\(|(?:fill|stroke)=\"(?!url\()")


class Elements(HTMLParser):
    """The start tags of a page with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def elements(figure: Figure) -> Iterator[tuple[str, dict[str, str | None]]]:
    yield from Elements(html(figure)).found


@every_figure
def test_the_picture_and_the_table_tell_the_same_events(name: str) -> None:
    tags = Elements(FIGURES[name]().svg).found
    drawn = [a["data-event"] for tag, a in tags if tag == "g" and "data-event" in a]
    told = [
        row.attributes.get("data-event") or row.css("td")[0].text()
        for row in LexborHTMLParser(html(FIGURES[name]())).css("tbody tr")
    ]
    assert drawn
    assert set(drawn) == set(told)


@every_figure
def test_rows_have_a_cell_for_each_head(name: str) -> None:
    figure = FIGURES[name]()
    assert {len(row.cells) for row in figure.rows} == {len(figure.heads)}


@every_figure
def test_the_svg_is_well_formed_and_says_what_it_is(name: str) -> None:
    figure = FIGURES[name]()
    root = ElementTree.fromstring(figure.svg)
    named = {one.get("id"): one.text for one in root if one.tag in ("title", "desc")}
    assert root.get("role") == "img"
    assert list(named) == (root.get("aria-labelledby") or "").split()
    assert list(named.values()) == [figure.title, figure.desc]


@every_figure
def test_no_colour_is_named(name: str) -> None:
    assert not COLOUR.findall(FIGURES[name]().svg.replace("&#", ""))


@every_figure
def test_the_html_is_one_line_without_markdown(name: str) -> None:
    assert not re.search(r"[\n\r\t*_`\[\]\\!]", html(FIGURES[name]()))


@every_figure
def test_drawing_again_gives_the_same(name: str) -> None:
    assert FIGURES[name]() == FIGURES[name]()


def test_ids_are_unique_on_a_page_with_all_figures() -> None:
    ids = [a["id"] for name in FIGURES for _, a in elements(FIGURES[name]()) if "id" in a]
    assert len(ids) == len(set(ids))


def test_hatching_refers_to_patterns_of_the_same_figure() -> None:
    for draw in FIGURES.values():
        figure = draw()
        used = set(re.findall(r"url\(#([^)]+)\)", figure.svg))
        assert used == set(re.findall(r'<pattern id="([^"]+)"', figure.svg))


@every_figure
def test_events_are_numbered_in_the_picture_only_where_the_table_has_others(name: str) -> None:
    figure = FIGURES[name]()
    drawn = [a["data-event"] for _, a in Elements(figure.svg).found if "data-event" in a]
    sent = LexborHTMLParser(html(figure))
    left = [one.attributes["data-event"] for one in sent.css("svg [data-event]")]
    assert left == ([] if drawn == [str(row.event) for row in figure.rows] else drawn)
    assert len(sent.css("svg .il-event")) == len(drawn)


@pytest.mark.parametrize("name", [n for n in FIGURES if n.startswith(("sequence", "timeline"))])
def test_events_stand_in_true_order_with_their_strand(name: str) -> None:
    tags = Elements(FIGURES[name]().svg).found
    events = [a for tag, a in tags if tag == "g" and "data-event" in a]
    numbers = [int(a["data-event"] or "") for a in events]
    assert numbers == sorted(set(numbers))
    assert all(a["data-strand"] for a in events)
    assert {a["class"] for a in events} == {"il-event"}
