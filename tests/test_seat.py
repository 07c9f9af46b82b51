"""scripts.seat: what the reader's seat says before anybody sits in it, and on paper."""

from html import unescape

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode as Node

from scripts.ending import heading
from tests import seat_samples as samples
from tests.seat_samples import MISS, READS, States, html


def tree(found: States, twin: bool = False) -> Node:
    node = HTMLParser(html(found, twin=twin)).body
    assert node is not None
    return node


def texts(node: Node, selector: str) -> list[str]:
    return [" ".join(one.text().split()) for one in node.css(selector)]


def first(node: Node, selector: str) -> Node:
    found = node.css_first(selector)
    assert found is not None, selector
    return found


def rows(node: Node) -> list[list[str]]:
    return [texts(row, "td") for row in node.css("tbody tr")]


def test_it_is_one_line_in_which_markdown_finds_nothing() -> None:
    made = html(samples.deposits(), twin=True)
    assert not set("\n\r\t*_`[]\\!") & set(made)


def test_its_texts_stand_as_they_are_in_html() -> None:
    found = samples.deposits()
    found["outcomes"][0]["output"] = "<b> & {{ braces }}\n"
    found["graph"]["nodes"][0]["go"][0][1] = "reads <i>"
    node = tree(found)
    assert texts(node, "samp")[0] == "<b> & {{ braces }}"
    assert texts(node, "[data-slot='1'] span") == ["reads <i>"]


def test_the_table_has_every_ending_with_an_example() -> None:
    assert rows(tree(samples.deposits())) == [
        ["finished", "balance 110", "4 of 6", "A B×2 A"],
        ["finished", "balance 120", "2 of 6", "A×2 B×2"],
    ]


def test_a_deadlock_tells_who_waits_for_what() -> None:
    assert rows(tree(samples.deadlocked()))[1] == [
        "deadlock",
        "nothingA waits for right, held by BB waits for left, held by A",
        "1 of 2",
        "A B",
    ]


def test_a_long_output_shows_its_last_lines() -> None:
    found = samples.deposits()
    found["outcomes"][0]["output"] = "".join(f"{n}\n" for n in range(50))
    shown = first(tree(found), "samp").text().splitlines()
    assert (shown[0], shown[-1], len(shown)) == ("…", "49", 13)


def test_more_endings_than_the_table_holds_are_in_the_file() -> None:
    found = samples.deposits()
    found["outcomes"] = [samples.outcome("finished", f"{n}\n", 1, "A") for n in range(40)]
    node = tree(found)
    assert len(rows(node)) == 30
    assert "And 10 more: the file has them all." in texts(node, ".il-seat__endings p")


def test_the_start_is_drawn() -> None:
    node = tree(samples.deposits())
    assert texts(node, f"[data-line='{READS}'] .il-chip") == ["A", "B"]
    assert texts(node, "button[data-slot]") == ["A reads 100", "B reads 100"]
    assert texts(node, ".il-seat__values > div") == ["balance100"]
    assert texts(node, "p[data-slot='0']") == ["main waits for the end of A"]


def test_the_listing_is_the_program() -> None:
    lines = tree(samples.deposits()).css("[data-line]")
    shown = [(int(one.attributes["data-line"] or 0), one.text()) for one in lines]
    text = {at: code.removeprefix("AB").removeprefix("main") for at, code in shown}
    assert text == dict(samples.program().listing)


def test_the_main_thread_has_a_button_where_it_has_a_choice() -> None:
    node = tree(samples.main_chooses())
    assert texts(node, "button[data-slot]") == [
        "main starts B",
        "A writes 110",
        "B is not started yet",
    ]
    assert [one.attributes["data-key"] for one in node.css("button[data-slot]")] == ["M", "A", "B"]


def test_without_a_graph_the_table_is_all() -> None:
    node = tree(samples.too_large())
    assert len(rows(node)) == 2
    assert "Too large to walk in here: more than 5,000 states." in texts(node, "p")
    assert not node.css("button")
    assert not node.css("[data-url]")


def test_the_goal_and_its_version_are_there_for_the_script() -> None:
    said = first(tree(samples.deposits()), "interleaving-explorer").attributes
    assert said["data-goal"] == "explorer:first/deposits:balance == 110"
    assert said["data-version"] == "a key"
    assert said["data-wins"] == "0"
    assert said["data-miss"] == MISS


def test_the_mended_program_has_a_seat_of_its_own() -> None:
    node = tree(samples.deposits(), twin=True)
    ids = [one.attributes["id"] for one in node.css("interleaving-explorer")]
    assert ids == ["seat-first-deposits", "seat-first-deposits-mended"]
    assert "Every step of all 2 schedules was executed. The ending is certain." in texts(
        node, "#seat-first-deposits-mended p"
    )


def test_no_id_stands_twice() -> None:
    ids = [one.attributes["id"] for one in tree(samples.deposits(), twin=True).css("[id]")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            samples.deposits(),
            "all 6 schedules was executed. These 2 endings are possible, and no others.",
        ),
        (samples.mended(), "all 2 schedules was executed. The ending is certain."),
        (samples.spinning(), "every schedule was executed; a loop makes them unboundedly many."),
        (
            samples.unfinished(),
            "Not complete: the endings below are possible, and there may be others.",
        ),
    ],
    ids=["possible", "certain", "unbounded", "not complete"],
)
def test_the_heading_says_what_follows(found: States, said: str) -> None:
    assert said in heading(found)


@pytest.mark.parametrize("found", [samples.deposits(), samples.mended()], ids=["two", "one"])
def test_lines_that_may_hide_an_order_make_nothing_certain(found: States) -> None:
    said = heading(found | {"loose": [8]})
    assert "possible" in said
    assert "certain" not in said
    assert "others" not in said


def test_what_is_not_complete_says_so_at_every_number() -> None:
    node = tree(samples.unfinished())
    assert rows(node)[0][2] == "2 so far, not complete"
    assert "not complete" in (first(node, "tbody tr").attributes["data-share"] or "")
    assert "not complete" in texts(node, ".il-seat__found")[0]
    assert "not complete: more than 3 states" in texts(node, ".il-seat__note")


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            samples.deposits(),
            ["4 of 6 schedules end like this.", "2 of 6 schedules end like this."],
        ),
        (samples.mended(), ["All 2 schedules end like this."]),
        (samples.deadlocked(), ["1 of 2 schedules ends like this."] * 2),
        (
            samples.spinning(),
            ["1 schedule ends like this.", "Unboundedly many schedules end like this."],
        ),
    ],
    ids=["some", "all", "one", "unbounded"],
)
def test_a_verdict_says_how_many_schedules_end_so(found: States, said: list[str]) -> None:
    shares = [unescape(one.attributes["data-share"] or "") for one in tree(found).css("tbody tr")]
    assert shares == said
