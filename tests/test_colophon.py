"""scripts.colophon: which interpreters and machines made the book, counted from what it holds."""

from dataclasses import replace
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from scripts import recording
from scripts.called.place import Place
from scripts.colophon import Shelf, colophon, legend
from scripts.macros import macros as called
from scripts.program import Program, load_id
from scripts.recording import Recording
from tests.book_samples import ABSENT, HERE, copied, made
from tests.conftest import BookWith, recording_of


@pytest.fixture
def program(book_with: BookWith) -> Program:
    return load_id("odd/plain", book_with(plain="print(1)\n"))


def made_on(program: Program, version: str, identity: str = "", **changed: Any) -> Recording:
    """A recording by such an interpreter."""
    interpreter = {"implementation": "CPython", "version": version, "gil": "on"}
    machine = {"system": "Linux 9.9", "processor": "Abacus", "cores": 2, "date": "2031-02-03"}
    one = recording_of(program, interpreter={**interpreter, "identity": identity or version})
    return replace(one, machine=machine | changed.pop("machine", {}), **changed)


def rows(html: str, table: int) -> list[list[str]]:
    """The cells of one table, row by row."""
    found = HTMLParser(html).css("table")[table].css("tbody tr")
    return [[" ".join(cell.text().split()) for cell in row.css("th, td")] for row in found]


def sums(html: str) -> dict[str, str]:
    """The numbers at the top, by their words."""
    return {
        (one.css_first("dt") or one).text(): (one.css_first("dd") or one).text()
        for one in HTMLParser(html).css(".il-sums > div")
    }


def test_each_interpreter_has_a_row_in_order_of_versions(program: Program) -> None:
    shown = [made_on(program, version) for version in ("3.13.5t", "3.11.7", "3.9.18", "3.13.0")]
    versions = [row[0].split()[1] for row in rows(colophon([Shelf(program, shown)]), 0)]
    assert versions == ["3.9.18", "3.11.7", "3.13.0", "3.13.5t"]


def test_an_interpreter_tells_its_build(program: Program) -> None:
    identity = "CPython 3.9.18 (main, May  9 2026, 07:33:49)  [GCC 12.2.0] GIL on"
    row = rows(colophon([Shelf(program, [made_on(program, "3.9.18", identity)])]), 0)[0]
    assert row[0] == "CPython 3.9.18 GIL on · built May 9 2026, GCC 12.2.0"


def test_runs_and_programs_are_counted(program: Program) -> None:
    run = recording_of(program).runs[0]
    shelf = Shelf(program, [made_on(program, "3.9.18", runs=[run, run, run])])
    html = colophon([shelf])
    assert sums(html)["programs"] == "1"
    assert sums(html)["runs of them"] == "3"
    assert rows(html, 0)[0][1:] == ["1", "3", "this build"]


def test_references_have_a_row_of_their_own_and_are_named(program: Program) -> None:
    shown = [made_on(program, "3.9.18"), made_on(program, "3.9.18", reference=True)]
    html = colophon([Shelf(program, shown)])
    assert [row[-1] for row in rows(html, 0)] == ["this build", "reference"]
    assert [row[-1] for row in rows(html, 1)] == ["this build", "reference"]
    assert "1 of 2 recordings of runs are reference recordings" in html


def test_a_machine_tells_the_days_of_its_runs(program: Program) -> None:
    shown = [made_on(program, "3.9"), made_on(program, "3.10", machine={"date": "2031-03-01"})]
    (row,) = rows(colophon([Shelf(program, shown)]), 1)
    assert row == ["2 CPUs, Abacus Linux 9.9 · 3 Feb 2031 to 1 Mar 2031", "2", "this build"]


def test_the_legend_counts_who_wears_a_badge(program: Program) -> None:
    run = recording_of(program).runs[0]
    text = recording.text_digest("from elsewhere\n")
    same = made_on(program, "3.9", runs=[{**run, "text": text}] * 2)
    html = legend([Shelf(program, [same]), Shelf(program, [same])])
    counts = {
        (one.css_first("dt") or one).text(): (one.css_first(".il-legend__count") or one).text()
        for one in HTMLParser(html).css(".il-legend > div")
    }
    assert counts["deterministic here"] == "2 programs"
    assert counts["varies"] == "0 programs"
    assert "one run" not in counts


# In a book


def test_the_tiny_book_names_its_interpreters_and_which_of_them_is_a_reference() -> None:
    html = called(Place(made(), "/", str, {}))["colophon"]()
    by = {row[0].split()[1]: row[-1] for row in rows(html, 0)}
    assert by[f"{ABSENT}.0"] == "reference"
    assert any(
        version.startswith(f"{HERE}.") and word == "this build" for version, word in by.items()
    )


def test_a_program_without_recordings_is_left_to_its_own_page(tmp_path: Any) -> None:
    book = copied(tmp_path)
    for folder in (book.snippets, recording.local(book)):
        for path in recording.paths(folder, "first/counts", "build"):
            path.unlink()
    programs = len(book.program_paths())
    assert sums(called(Place(book, "/", str, {}))["colophon"]())["programs"] == str(programs - 1)


def test_a_card_leads_to_the_explanation_of_its_badges() -> None:
    there = called(Place(made(), "/", lambda: "first/", {}, badges="start/"))
    link = HTMLParser(there["program"]("first/counts")).css_first(".il-badges > a")
    assert link is not None
    assert link.attributes["href"] == "../start/#badges"
    assert "deterministic here" in link.text()


def test_a_badge_is_plain_text_where_no_page_explains_it() -> None:
    card = HTMLParser(called(Place(made(), "/", lambda: "first/", {}))["program"]("first/counts"))
    assert card.css(".il-badges a") == []
    assert len(card.css(".il-badge")) == 1
