"""A figure: an SVG with its title, caption and the same events as a table; and its HTML."""

import re
from dataclasses import dataclass
from html import escape

import svg

from scripts.card import one_line
from scripts.draw.pen import rounded
from scripts.template import templates

# What is left on a phone of 320 pixels; anything wider can scroll by keyboard.
PHONE = 288
# What leaves room for its caption beside it.
BESIDE = 400

PATTERN = re.compile(r'<pattern id="(?P<id>[^"]+)".*?</pattern>')
EVENT = re.compile(r' data-event="(?P<number>\d+)"')
USED = re.compile(r"url\(#(?P<id>[^)]+)\)")

# Elements from back to front, and the width and height that they need.
Drawing = tuple[list[svg.Element], tuple[float, float]]


class NotDrawable(ValueError):
    """There is nothing to draw, or too much; the text says what."""


@dataclass(frozen=True)
class Row:
    """One line of the table. event: the number of what it tells, as drawn."""

    event: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Figure:
    """One drawing. caption: what to see in it, in one sentence; heads: of the table.

    where: which run on which machine it is drawn from.
    """

    view: str
    id: str
    svg: str
    width: float
    title: str
    caption: str
    desc: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    told: str
    where: str = ""


def figure_id(program: str, view: str, label: str = "") -> str:
    """The id of a figure, and the beginning of all ids in it."""
    words = ["figure", program, view, label.removeprefix("build")]
    return re.sub(r"[^a-zA-Z0-9]+", "-", "-".join(words)).strip("-")


@dataclass(frozen=True)
class Words:
    """What is said of a figure: its title, its caption in one sentence, its description."""

    title: str
    caption: str
    desc: str


@dataclass(frozen=True)
class Table:
    """The same events in words. told: what opens it."""

    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    told: str


def figure(view: str, id: str, drawing: Drawing, words: Words, table: Table) -> Figure:
    """All parts put together."""
    return Figure(
        view=view,
        id=id,
        svg=_picture(id, drawing, words),
        width=drawing[1][0],
        title=words.title,
        caption=words.caption,
        desc=words.desc,
        heads=table.heads,
        rows=table.rows,
        told=table.told,
    )


def _picture(id: str, drawing: Drawing, words: Words) -> str:
    elements, size = drawing
    width, height = map(rounded, size)
    named: list[svg.Element] = [
        svg.Title(id=f"{id}-title", text=escape(words.title)),
        svg.Desc(id=f"{id}-desc", text=escape(words.desc)),
    ]
    drawn = svg.SVG(
        xmlns=None,
        width=width,
        height=height,
        viewBox=svg.ViewBoxSpec(0, 0, width, height),
        elements=[*named, *elements],
        extra={"role": "img", "aria-labelledby": f"{id}-title {id}-desc"},
    )
    return _without_unused(str(drawn))


def _without_unused(picture: str) -> str:
    """The picture with no hatching but what some shape in it wears."""
    used = set(USED.findall(picture))
    return PATTERN.sub(lambda one: one[0] if one["id"] in used else "", picture).replace(
        "<defs></defs>", ""
    )


def html(figure: Figure) -> str:
    """The figure as HTML on one line, so that Markdown leaves it alone."""
    text = templates.get_template("figure.html").render(
        figure=figure,
        picture=_sent(figure),
        scrolls=figure.width > PHONE,
        beside=figure.width <= BESIDE,
    )
    return one_line(text)


def _sent(figure: Figure) -> str:
    """The picture without the numbers of its events, where they are those of the rows, in order.

    docs/assets/player.js takes them from there.
    """
    drawn = [int(number) for number in EVENT.findall(figure.svg)]
    same = drawn == [row.event for row in figure.rows]
    return EVENT.sub("", figure.svg) if same else figure.svg
