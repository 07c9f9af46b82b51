"""scripts.card: a program, what it printed, and where; whatever its text."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode as Node

from scripts import codespace, recording
from scripts.book import Book
from scripts.called.place import Place
from scripts.card import anchor, version, where
from scripts.macros import macros as called
from scripts.problem import Problem
from scripts.program import load_id
from scripts.recording import Recording
from tests.book_samples import ABSENT, HERE, copied, made, mkdocs, recorded

# A tab, a bare carriage return, and what Python takes for line ends.
ODD = "a\tb\n50 %\r100 %\na\x0cb\x1cc\x85d\u2028e\n"


def html_of(name: str, book: Book | None = None, predict: bool = False) -> str:
    """The card as the macro gives it, on a page one folder down."""
    place = Place(book or made(), "https://example.org/", lambda: "first/", {})
    return called(place)["program"](name, predict)


def tree_of(name: str, book: Book | None = None) -> Node:
    """The same, read."""
    found = HTMLParser(html_of(name, book)).css_first("figure.il-card")
    assert found is not None
    return found


def part(node: Node, selector: str) -> str:
    """The text of the one part of a card."""
    found = node.css(selector)
    assert len(found) == 1, f"{len(found)} of {selector}"
    return found[0].text()


def kept(book: Book, name: str, label: str = "build", **changed: Any) -> Recording:
    """This machine's recording of a program, changed and written back."""
    made_here = replace(recorded(book, name, label), **changed)
    recording.write(made_here, recording.local(book))
    return made_here


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """A copy of the tiny book that may be changed."""
    return copied(tmp_path)


def test_a_card_is_one_line_without_white_space_that_markdown_changes(book: Book) -> None:
    kept(book, "first/counts", output=ODD)
    assert not set(html_of("first/counts", book)) & set("\n\r\t")


def test_a_card_has_the_anchor_that_links_to_the_evidence_name() -> None:
    assert tree_of("first/counts").attributes["id"] == anchor("first/counts")


def test_a_card_shows_the_code_without_header_docstring_and_steps() -> None:
    code = part(tree_of("first/counts"), ".il-code code")
    assert code.startswith("counted = 0\n")
    assert "# step" not in code


def test_a_card_shows_the_docstring_as_its_summary() -> None:
    assert part(tree_of("first/counts"), ".il-card__summary") == "Counts to 12000 and says so."


def test_a_card_says_so_when_the_program_printed_nothing() -> None:
    assert part(tree_of("first/silent"), ".il-output samp") == "(it printed nothing)"


def test_a_program_on_one_interpreter_has_no_tabs() -> None:
    assert tree_of("first/counts").css("input, .il-tabs") == []


def test_a_program_on_several_has_a_tab_and_an_output_for_each() -> None:
    found = tree_of("first/versions")
    assert [label.text() for label in found.css(".il-tabs label")] == [HERE, ABSENT]
    assert [samp.text() for samp in found.css("samp")] == [
        "says hello\n",
        "says hello from elsewhere\n",
    ]


def test_each_tab_belongs_to_its_button_and_all_buttons_to_one_group() -> None:
    found = tree_of("first/versions")
    buttons = found.css(".il-tabs > label > input[type=radio]:only-child")
    assert len(buttons) == len(found.css(".il-tabs label")) == len(found.css(".il-panel"))
    assert {one.attributes["name"] for one in buttons} == {"program-first-versions-on"}


def open_tab(book: Book) -> str | None:
    """The interpreter that is chosen at first."""
    (checked,) = tree_of("first/versions", book).css("label:has(input[checked])")
    return checked.text()


def elsewhere(book: Book, version: str, gil: str) -> None:
    """Let the recording of the absent interpreter be of this one."""
    interpreter = {"implementation": "CPython", "identity": "x", "version": version, "gil": gil}
    kept(book, "first/versions", ABSENT, interpreter=interpreter)


@pytest.mark.parametrize(
    ("version", "gil", "opened"),
    [
        ("3.99.0", "on", ABSENT),
        ("3.99.0rc2", "on", ABSENT),
        ("3.2.0", "on", HERE),
        ("3.99.0t", "off", HERE),
    ],
)
def test_the_newest_interpreter_with_a_gil_is_open_at_first(
    book: Book, version: str, gil: str, opened: str
) -> None:
    elsewhere(book, version, gil)
    assert open_tab(book) == opened


def test_only_what_this_machine_did_not_run_is_marked_as_reference() -> None:
    panels = tree_of("first/versions").css(".il-where")
    assert ["reference recording" in one.text() for one in panels] == [False, True]


def test_a_recording_that_build_lacks_is_shown_from_the_reference_and_marked(book: Book) -> None:
    for path in recording.paths(recording.local(book), "first/counts", "build"):
        path.unlink()
    found = tree_of("first/counts", book)
    assert "reference recording" in part(found, ".il-where")
    assert part(found, "samp") == "counted 12000\n"


def test_this_machine_goes_before_the_reference(book: Book) -> None:
    kept(book, "first/counts", output="counted here\n")
    assert part(tree_of("first/counts", book), "samp") == "counted here\n"


def test_a_recording_of_an_older_program_gives_way_to_the_reference(book: Book) -> None:
    kept(book, "first/counts", output="counted before\n", source="older")
    found = tree_of("first/counts", book)
    assert part(found, "samp") == "counted 12000\n"
    assert "reference recording" in part(found, ".il-where")


def test_a_card_without_any_recording_is_refused(book: Book) -> None:
    for folder in (book.snippets, recording.local(book)):
        for path in recording.paths(folder, "first/counts", "build"):
            path.unlink()
    with pytest.raises(Problem, match="it is missing"):
        html_of("first/counts", book)


def test_where_it_ran_is_one_line_that_a_person_can_read(book: Book) -> None:
    machine = {"cores": 1, "system": "Linux 9.9", "date": "2031-02-03"}
    interpreter = {"implementation": "PyPy", "version": "3.12.1", "identity": "", "gil": "on"}
    run = {**recorded(book, "first/counts", "build").runs[0], "seconds": 1.234}
    one = kept(book, "first/counts", runs=[run], shown=0, machine=machine, interpreter=interpreter)
    assert where(one) == "PyPy 3.12.1 · GIL on · 1 CPU · Linux 9.9 · 1.23 s · 3 Feb 2031"


def test_a_free_threaded_interpreter_is_said_to_have_no_gil(book: Book) -> None:
    elsewhere(book, "3.99.0t", "off")
    assert "CPython 3.99.0t · no GIL" in tree_of("first/versions", book).css(".il-where")[1].text()


def test_the_evidence_counts_claims_runs_and_interpreters() -> None:
    summary = part(tree_of("first/versions"), ".il-evidence summary")
    assert summary == "Evidence: 1 claim, 2 runs on 2 interpreters"


def test_the_evidence_says_of_each_claim_in_how_many_runs_it_held() -> None:
    rows = tree_of("first/counts").css(".il-evidence tbody tr")
    texts = [cell.text() for row in rows for cell in row.css("td")]
    assert "counted == 12000" in texts
    assert "2 of 2 runs" in texts


def claims(book: Book) -> list[list[str]]:
    """The claims of the program on two interpreters, as told."""
    table = tree_of("first/versions", book).css(".il-evidence table")[0]
    return [[cell.text() for cell in row.css("td")] for row in table.css("tbody tr")]


def test_a_claim_that_held_alike_everywhere_is_told_once(book: Book) -> None:
    ((_, where, held),) = claims(book)
    assert where == ", ".join(
        [
            version(recorded(book, "first/versions", HERE)),
            recorded(book, "first/versions", ABSENT).interpreter["version"],
        ]
    )
    assert held == "1 of 1 runs on each"


def test_a_claim_that_held_elsewhere_less_often_is_told_twice(book: Book) -> None:
    (claim,) = recorded(book, "first/versions", ABSENT).claims
    kept(book, "first/versions", ABSENT, claims=[{**claim, "held": 0}])
    here, there = claims(book)
    assert here[0] == there[0]
    assert (here[2], there[2]) == ("1 of 1 runs", "0 of 1 runs")


def test_a_signal_that_ended_the_program_is_named(book: Book) -> None:
    run = {**recorded(book, "first/counts", "build").runs[0], "exit": -11}
    kept(book, "first/counts", runs=[run], shown=0)
    assert "signal 11" in part(tree_of("first/counts", book), ".il-evidence")


def test_the_recordings_are_linked_by_label() -> None:
    links = [one.attributes["href"] for one in tree_of("first/versions").css(".il-evidence a")]
    assert links == [
        f"../programs/first/versions.{HERE}.json",
        f"../programs/first/versions.{ABSENT}.json",
    ]


def test_a_card_says_how_to_run_the_program_straight_from_the_site() -> None:
    commands = [one.text() for one in tree_of("first/counts").css(".il-run pre")]
    assert commands == ["uv run https://example.org/programs/first/counts.py", "python counts.py"]


def test_a_card_leads_to_a_machine_with_the_program() -> None:
    repository = "https://github.com/someone/book"
    place = Place(made(), "https://example.org/", lambda: "first/", {}, repository=repository)
    card = HTMLParser(called(place)["program"]("first/counts"))
    links = [one.attributes["href"] or "" for one in card.css(".il-run a")]
    assert [url for url in links if "codespaces" in url] == [codespace.address(repository)]
    commands = [one.text() for one in card.css(".il-run pre")]
    assert commands[2:] == ["cd snippets/first && python counts.py"]


def test_without_a_repository_a_card_speaks_of_no_machine() -> None:
    assert "odespace" not in html_of("first/counts")


def test_a_card_says_which_python_the_program_needs() -> None:
    assert "any Python >=3.8" in part(tree_of("first/counts"), ".il-run")


# On the built page


def built_cards(book: Book) -> dict[str, Node]:
    """Every card of the built pages by its program."""
    found = {}
    for path in sorted((book.root / "site").glob("*/index.html")):
        for node in HTMLParser(path.read_text(encoding="utf-8")).css("figure.il-card"):
            link = node.css_first(".il-card__title a")
            assert link is not None
            name = re.sub(r".*programs/(.*)\.py$", r"\1", link.attributes["href"] or "")
            found[name] = node
    return found


NAMES = [
    "first/counts",
    "first/versions",
    "first/rolls",
    "first/silent",
    "texts/breaks_pages",
    "texts/marks_text",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_built_card_has_the_code_to_the_letter(name: str) -> None:
    code = part(built_cards(made())[name], ".il-code code")
    assert code == load_id(name, made()).shown


@pytest.mark.parametrize("name", NAMES)
def test_a_built_card_has_the_outputs_to_the_letter(name: str) -> None:
    book = made()
    wanted = [
        recording.shown(load_id(name, book), label, book).output or "(it printed nothing)"
        for label in recording.labels(load_id(name, book))
    ]
    assert [samp.text() for samp in built_cards(book)[name].css("samp")] == wanted


@pytest.mark.parametrize("name", NAMES)
def test_a_built_card_has_the_summary_to_the_letter(name: str) -> None:
    summary = part(built_cards(made())[name], ".il-card__summary")
    assert summary == load_id(name, made()).summary


def test_a_built_output_is_the_recording_to_the_letter() -> None:
    page = HTMLParser((made().root / "site/texts/index.html").read_text(encoding="utf-8"))
    alone = page.css_first("article > pre.il-output")
    assert alone is not None
    assert alone.text() == recorded(made(), "texts/breaks_pages", "build").output


@pytest.mark.parametrize(("name", "inside"), [("first/rolls", "div"), ("first/silent", "li")])
def test_a_card_may_stand_in_a_box_and_in_a_list(name: str, inside: str) -> None:
    found = built_cards(made())[name]
    assert found.parent is not None
    assert found.parent.tag == inside
    assert part(found, "samp")


def test_odd_characters_of_an_output_reach_the_built_page(book: Book) -> None:
    kept(book, "first/counts", output=ODD)
    assert mkdocs(book).returncode == 0
    html = (book.root / "site" / "first" / "index.html").read_bytes().decode()
    in_the_card, alone = HTMLParser(html).css("samp")[:2]
    assert in_the_card.text() == ODD
    assert alone.text() == ODD


def test_claims_over_all_interleavings_tell_their_schedules() -> None:
    rows = [node.text(separator=" ") for node in tree_of("first/deposits").css(".il-evidence tr")]
    (row,) = [row for row in rows if "possible: balance == 120" in row]
    assert "all interleavings" in row
    assert "2 of 6 schedules" in row
