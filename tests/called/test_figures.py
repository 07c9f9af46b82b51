"""Diagrams on pages: drawn from the trace that fits, and what is refused."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from scripts import draw, kept, page, recording
from scripts.called.figures import Figures
from scripts.called.place import Place
from scripts.called.runs import Runs
from scripts.problem import Problem
from scripts.program import load_id
from scripts.trace import trace
from tests.book_samples import copied, made


@pytest.fixture(scope="module")
def figures() -> Figures:
    book = made()
    place = Place(book, "https://example.org/", lambda: "first/", page.homes(book.docs))
    return Figures(place, Runs(place))


def test_a_diagram_is_drawn_from_the_trace(figures: Figures) -> None:
    figure = HTMLParser(figures.diagram("first/deposits")).css_first("figure.il-figure")
    assert figure is not None
    assert figure.attributes["data-view"] == "sequence"
    words = [node.text() for node in figure.css("tbody tr")]
    assert sum("reads 100" in one for one in words) == 2


def test_its_caption_is_the_pages_own(figures: Figures) -> None:
    html = figures.diagram("first/deposits", caption="Both read before either writes.")
    caption = HTMLParser(html).css_first("figcaption")
    assert caption is not None
    assert "Both read before either writes." in caption.text()


def test_a_chart_has_a_bar_for_each_fact(figures: Figures) -> None:
    html = figures.chart("first/deposits", ["balance"], labels=["what is left"], unit="$")
    figure = HTMLParser(html).css_first("figure.il-figure")
    assert figure is not None
    assert [cell.text() for cell in figure.css("tbody td")] == ["what is left", "110 $"]


def test_a_figure_tells_which_run_it_is_and_what_tracing_cost(figures: Figures) -> None:
    where = HTMLParser(figures.diagram("first/deposits")).css_first(".il-figure__where")
    assert where is not None
    assert "CPython" in where.text()
    assert "s with the tracer" in where.text()


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "no such view": ({"name": "first/deposits", "view": "cake"}, "view='cake'"),
    "no maps": ({"name": "first/counts", "view": "memory"}, "no lines of /proc/PID/maps"),
    "no trace": ({"name": "first/counts"}, "a page draws a run of it"),
    "another interpreter": ({"name": "first/deposits", "on": "3.1"}, "on='3.1'"),
}


def test_a_figure_is_drawn_once_and_anew_from_another_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = copied(tmp_path)
    monkeypatch.setattr(kept, "folder", lambda root: tmp_path)
    asked: list[str] = []
    drawn = draw.sequence

    def counted(*given: Any) -> draw.Figure:
        asked.append("drawn")
        return drawn(*given)

    monkeypatch.setattr(draw, "sequence", counted)

    def figure() -> str:
        place = Place(book, "https://example.org/", lambda: "first/", page.homes(book.docs))
        return Figures(place, Runs(place)).diagram("first/deposits")

    before = figure()
    assert (figure(), asked) == (before, ["drawn"])
    program = load_id("first/deposits", book)
    one = trace.shown(program, "build", book)
    events = [{**event, "text": event["text"].replace("100", "700")} for event in one.events]
    trace.write(replace(one, events=events), recording.local(book))
    assert "reads 700" in figure()
    assert asked == ["drawn", "drawn"]


@pytest.mark.parametrize("fact", ["nothing", "word"])
def test_a_chart_of_what_is_no_number_is_told(figures: Figures, fact: str) -> None:
    with pytest.raises(Problem) as caught:
        figures.chart("first/versions", fact)
    assert caught.value.expected == "facts that are numbers, of word"


@pytest.mark.parametrize("what", REFUSED)
def test_a_page_that_asks_wrongly_is_told(figures: Figures, what: str) -> None:
    asked, seen = REFUSED[what]
    with pytest.raises(Problem) as caught:
        figures.diagram(**asked)
    assert seen in caught.value.seen
