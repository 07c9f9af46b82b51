from xml.etree import ElementTree

import pytest

from scripts.draw import Figure, NotDrawable, Series, Value, chart
from tests.draw.cases import FIGURES


def bars(figure: Figure) -> list[tuple[float, float]]:
    """Where each bar begins, and how wide it is."""
    rects = ElementTree.fromstring(figure.svg).iterfind(".//g[@class='il-event']/rect")
    return [(float(rect.get("x", "")), float(rect.get("width", ""))) for rect in rects]


def test_bars_begin_at_zero() -> None:
    values = (Value("a", 100), Value("b", 101))
    (start, short), (same, long) = bars(chart("x/y", "t", [Series("s", values)]))
    assert start == same
    assert round(short / long, 2) == round(100 / 101, 2)


def test_ranges_get_a_column() -> None:
    assert FIGURES["chart-bars"]().heads == ("", "Value", "All runs")
    assert FIGURES["chart-two_bars"]().heads == ("", "Of", "Value")


def test_few_numbers_are_told_in_the_description() -> None:
    assert "a thread: 52 µs" in FIGURES["chart-two_bars"]().desc


def test_nothing_to_draw() -> None:
    with pytest.raises(NotDrawable, match="no numbers"):
        chart("x/y", "t", [Series("s", ())])


def test_a_value_below_zero_is_drawn_to_the_left() -> None:
    figure = chart("x/y", "t", [Series("s", (Value("a", -5), Value("b", 5)))])
    (left, wide), (right, _) = bars(figure)
    assert left + wide == pytest.approx(right, abs=0.2)


@pytest.mark.parametrize(
    ("at", "value", "log", "said"),
    [("here", 1, "", "'here' has no place"), (0, 1, "x", "above 0"), (1, 0, "xy", "above 0")],
)
def test_what_has_no_place_on_an_axis(at: str | float, value: float, log: str, said: str) -> None:
    series = [Series("s", (Value(1.0, 1), Value(at, value)))]
    with pytest.raises(NotDrawable, match=said):
        chart("x/y", "t", series, kind="lines", log=log)


def test_six_lines_have_six_marks() -> None:
    values = (Value(1, 1), Value(2, 2))
    series = [Series(f"s{i}", values, joined=True) for i in range(6)]
    root = ElementTree.fromstring(chart("x/y", "t", series, kind="lines", along="n").svg)
    first = root.findall(".//g[@class='il-event']")[::2]
    marks = {(one[0].tag, one[0].get("class"), one[0].get("d", "").count("l")) for one in first}
    assert len(marks) == 6
