"""scripts.quiz.blank: what a reader may type."""

import pytest

from scripts.quiz.blank import Accepted, Blank, blanks


def accepted(source: str) -> list[Accepted]:
    return list(Blank(1, source).accepted)


@pytest.mark.parametrize(
    ("source", "number", "within", "unit"),
    [
        ("5", 5, 0, ""),
        ("-2.5", -2.5, 0, ""),
        ("−2", -2, 0, ""),
        ("12,000", 12000, 0, ""),
        ("5 ± 1 ms", 5, 1, "ms"),
        ("5 ms", 5, 0, "ms"),
        ("5 +- 0.5", 5, 0.5, ""),
        ("200 ± 10%", 200, 20, ""),
        ("200 ± 10 % ms", 200, 20, "ms"),
        ("1e3", 1000, 0, ""),
    ],
)
def test_a_number_has_a_tolerance_and_a_unit(
    source: str, number: float, within: float, unit: str
) -> None:
    assert accepted(source) == [Accepted(source, number, within, unit)]


@pytest.mark.parametrize(
    "source", ["I/O", "3.13t", "110 or 120 of 200 3", "v3", "1 2", "8000 bytes: passed"]
)
def test_a_text_stays_a_text(source: str) -> None:
    assert accepted(source) == [Accepted(source)]


def test_several_answers_may_be_right() -> None:
    assert [one.text for one in accepted("I/O | input and output | 5")] == [
        "I/O", "input and output", "5",
    ]  # fmt: skip
    assert [one.text for one in accepted("a || b")] == ["a", "b"]


def test_a_number_from_a_recording_is_the_number() -> None:
    fact = '<a class="il-fact" href="#x" title="lost | 3.9">12,345</a>'
    assert accepted(f"{fact} ± 5%")[0] == Accepted("12,345 ± 5%", 12345, 617.25, "")


def test_an_output_is_one_text_whatever_it_holds() -> None:
    shown = '<pre class="il-output"><samp>a | &lt;b&gt;&#10;&#91;1&#93;&#10;</samp></pre>'
    assert accepted(f"{shown} | nothing") == [Accepted("a | <b>\n[1]"), Accepted("nothing")]


def test_a_bare_angle_is_a_text() -> None:
    assert accepted("a < b") == [Accepted("a < b")]


def test_a_blank_knows_its_line() -> None:
    found = blanks(["one [[1]]", "", "two [[2]] and [[3]]"], 7)
    assert [(one.line, one.source) for one in found] == [(7, "1"), (9, "2"), (9, "3")]
