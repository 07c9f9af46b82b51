"""scripts.draw.pen: what is drawn alike is written alike."""

import pytest
import svg

from scripts.draw import pen


@pytest.mark.parametrize(
    ("drawn", "d"),
    [
        (pen.line((1, 2), (1, 9.5)), "M1 2v7.5"),
        (pen.line((3, 2), (0.5, 2)), "M3 2h-2.5"),
        (pen.line((-1, -2), (2, 2.25)), "M-1-2l3 4.2"),
        (pen.path([(0, 0), (0.04, 3), (4, 3)], closed=True), "M0 0v3h4z"),
        (pen.box((0.3, 0.3), 0.2, 6), "M.3 .3h.2v6h-.2z"),
        (pen.box((5, 5), -1, 6), "M5 5h0v6h0z"),
        (pen.bow((1, 1), (2, 0), (3, 1)), "M1 1q1-1 2 0"),
    ],
)
def test_a_path_goes_on_from_where_it_is(drawn: object, d: str) -> None:
    assert f'd="{d}"' in str(drawn)


def test_what_stands_in_a_group_counts_from_the_group() -> None:
    drawn: list[svg.Element] = [
        pen.line((12, 40), (18, 40), "f-cap"),
        pen.circle((12, 40), 4.5),
        pen.rect((10, 38.5), 4, 3, radius=5),
        pen.text((22, 44.5), ["a", "b"]),
        pen.upwards((8, 30), "lock"),
        pen.group("", [pen.line((0, 40), (6, 40))], {"strand": "B"}),
    ]
    assert str(pen.group("il-event", drawn, at=(12, 40))) == (
        '<g class="il-event" transform="translate(12 40)"><path class="f-cap" d="M0 0h6"/>'
        '<circle r="4.5"/><rect x="-2" y="-1.5" width="4" height="3" rx="5"/>'
        '<text y="4.5"><tspan x="10">a</tspan><tspan x="10" dy="16">b</tspan></text>'
        '<text transform="translate(-4 -10) rotate(-90)">lock</text>'
        '<g data-strand="B"><path d="M-12 0h6"/></g></g>'
    )


def test_a_group_without_a_place_leaves_its_elements_where_they_are() -> None:
    assert str(pen.group("a", [pen.line((1, 2), (3, 2))])) == '<g class="a"><path d="M1 2h2"/></g>'
