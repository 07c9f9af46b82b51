"""Macros of the scheduler lab: its HTML, numbers and keys out of the reference model."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from scripts.book import Book
from scripts.called.place import Place
from scripts.called.runs import Runs
from scripts.called.scheduling import ALONG, MEASURED, NAMES, SHARE, Scheduling
from scripts.problem import Problem
from scripts.schedule.scenarios import GOALS, SCENARIOS
from scripts.schedule.tasks import POLICIES
from tests.book_samples import made


def lab(book: Book | None = None) -> Scheduling:
    place = Place(book or made(), "https://example.org/", lambda: "lab/scheduler/", {})
    return Scheduling(place, Runs(place))


def tree(html: str) -> HTMLParser:
    return HTMLParser(html)


def test_the_lab_holds_every_scenario_with_a_figure_and_a_table_for_each_policy() -> None:
    html = lab().scheduler_lab()
    assert "\n" not in html
    found = tree(html)
    for one in SCENARIOS:
        recorded = found.css_first(f"#recorded-{one.name}")
        assert recorded is not None
        policies = 2 if one.against else 1
        assert len(recorded.css("figure svg")) == len(recorded.css(".il-lab__figures")) == policies
        for table in recorded.css(".il-lab__figures tbody"):
            assert len(table.css("tr")) == len(one.setup.tasks)
    assert len(found.css("[data-setup]")) == len(SCENARIOS)
    assert [node.attributes["data-goal"] for node in found.css("[data-goal]")] == [
        f"lab:scheduler:{goal.name}" for goal in GOALS
    ]
    assert set(NAMES) == set(POLICIES)


def test_a_number_of_the_model_leads_to_its_recorded_scenario() -> None:
    link = tree(lab().simulated("convoy", "turnaround_B", policy="sjf")).css_first("a")
    assert link is not None
    assert link.text() == "10"
    assert link.attributes["href"] == "../../lab/scheduler/#recorded-convoy"
    title = link.attributes["title"] or ""
    assert "Shortest job first" in title


def test_keys_come_out_of_the_model() -> None:
    key = lab().simulated_key
    assert key("convoy", "turnaround_B == 110") == "x"
    assert key("convoy", "turnaround_B == 110", policy="sjf") == " "
    assert key("terminal", "49 < share_B < 51") == "x"


@pytest.mark.parametrize(
    ("ask", "expected", "seen"),
    [
        (lambda: lab().simulated("equals", "ran_A"), "equal, nice", "'equals'"),
        (lambda: lab().simulated("equal", "ran_C"), "ran_A", "'ran_C'"),
        (lambda: lab().simulated("convoy", "share_A"), "turnaround_A", "'share_A'"),
        (lambda: lab().simulated("equal", "ran_A", policy="lottery"), "eevdf", "'lottery'"),
        (lambda: lab().simulated_key("equal", "ran_A >"), "an expression", "syntax"),
        (lambda: lab().simulated_key("equal", "ran_Z > 1"), "an expression", "ran_Z"),
    ],
    ids=["scenario", "task", "no share of a job", "policy", "syntax", "name"],
)
def test_what_cannot_be_answered_is_told(ask: Any, expected: str, seen: str) -> None:
    with pytest.raises(Problem) as caught:
        ask()
    assert expected in caught.value.expected
    assert seen in caught.value.seen


def test_without_chapter_7_the_shares_are_drawn_without_points() -> None:
    html = lab().scheduler_shares("Shares.")
    assert "by weight" not in html, "one line needs no key"
    assert "measured" not in html


def test_the_points_of_chapter_7_are_drawn_over_the_prediction(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    facts = {ALONG: [0, 10], SHARE: [50.01, 9.77]}
    recording = SimpleNamespace(fact=facts.__getitem__)
    monkeypatch.setattr(Runs, "one", lambda *_: recording)
    monkeypatch.setattr("scripts.called.scheduling.where", lambda _: "Linux 6.18")
    book = made()
    chapter = (book.snippets / MEASURED).parent
    chapter.mkdir()
    try:
        html = lab(book).scheduler_shares("Shares.")
    finally:
        chapter.rmdir()
    texts = [node.text() for node in tree(html).css("svg text")]
    assert "measured" in texts
    assert "9.77 %" in html
    assert "Linux 6.18" in html


def test_a_goal_gets_a_new_version_when_it_asks_for_something_else() -> None:
    goal = GOALS[0]
    assert replace(goal, say="Other words.").version == goal.version
    assert replace(goal, when=(*goal.when, "cpus = 1")).version != goal.version
