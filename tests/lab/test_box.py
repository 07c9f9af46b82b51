"""scripts.lab.box and chart: what a page shows of a program and its record."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from scripts.lab.box import box
from scripts.lab.chart import Row, chart, sentence
from scripts.lab.program import load_id
from tests.lab.samples import BUFFER, LOST, copied, recorded

LOSING = [{"additions": 100, "lost": n} for n in (0, 10, 11, 50, 51, 100)]


def test_runs_are_counted_by_the_share_that_they_lost() -> None:
    rows = chart(LOSING).rows
    assert [row.n for row in rows] == [1, 1, 1, 0, 0, 1, 2]
    assert sentence(LOSING) == "222 of 600 additions were lost."


@pytest.mark.parametrize(
    ("n", "share", "width"),
    [(0, "0 %", "0%"), (1, "< 0.1 %", "0.7%"), (430, "4.3 %", "4.3%"), (10_000, "100 %", "100%")],
)
def test_what_is_there_is_seen(n: int, share: str, width: str) -> None:
    row = Row("", {}, n, 10_000)
    assert (row.share, row.width) == (share, width)


def shown(folder: Path, name: str, goal: str = "") -> HTMLParser:
    book = copied(folder)
    html = box(load_id(name, book), recorded(book), goal, "See it." if goal else "")
    assert "\n" not in html, "Markdown finds nothing to do"
    return HTMLParser(html)


def test_a_box_tells_what_was_recorded_and_where(tmp_path: Path) -> None:
    tree = shown(tmp_path, BUFFER)
    record = tree.css_first(".lab-record")
    assert record is not None
    words = " ".join(record.text().split())
    assert words.startswith("Both read 0 in 120 of 3,000 rounds.")
    assert (
        "reference recording · Chromium 156 · 2 CPUs · Linux 6.18 · 3 runs · 21 Nov 2026" in words
    )
    odd = record.css("tr.lab-odd")
    assert [row.text().split()[:6] for row in odd] == [["r1", "=", "0,", "r2", "=", "0"]]


def test_the_readers_own_chart_begins_empty_and_has_the_same_rows(tmp_path: Path) -> None:
    tree = shown(tmp_path, LOST)
    own, kept = tree.css(".lab-own tbody tr"), tree.css(".lab-record tbody tr")
    assert [row.attributes for row in own] == [row.attributes for row in kept]
    counts = [node.text() for node in tree.css(".lab-own .lab-count")]
    assert set(counts) == {"0"}


def test_a_goal_is_for_the_progress(tmp_path: Path) -> None:
    element = shown(tmp_path, BUFFER, "both_0").css_first("interleave-race")
    assert element is not None
    assert element.attributes["data-goal"] == f"lab:{BUFFER}:both_0"
    assert shown(tmp_path / "other", BUFFER).css_first("[data-goal]") is None
