"""A figure: an SVG with its title, caption and the same events as a table; and its HTML."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import svg

from scripts.card import one_line, templates
from scripts.draw.pen import rounded

# What is left on a phone of 320 pixels; anything wider can scroll by keyboard.
PHONE = 288
# What leaves room for its caption beside it.
BESIDE = 400


@dataclass(frozen=True)
class Row:
    """One line of the table. event: the number of what it tells, as drawn."""

    event: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Figure:
    """One drawing. caption: what to see in it, in one sentence; heads: of the table."""

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


def figure_id(program: str, view: str, label: str = "") -> str:
    """The id of a figure, and the beginning of all ids in it."""
    words = ["figure", program, view, label.removeprefix("build")]
    return re.sub(r"[^a-zA-Z0-9]+", "-", "-".join(words)).strip("-")


def picture(
    id: str,
    size: tuple[float, float],
    words: tuple[str, str],
    elements: Sequence[svg.Element],
) -> str:
    """The SVG. size: its width and height; words: title and description."""
    width, height = map(rounded, size)
    title, desc = words
    named: list[svg.Element] = [
        svg.Title(id=f"{id}-title", text=escape(title)),
        svg.Desc(id=f"{id}-desc", text=escape(desc)),
    ]
    drawn = svg.SVG(
        xmlns=None,
        width=width,
        height=height,
        viewBox=svg.ViewBoxSpec(0, 0, width, height),
        elements=[*named, *elements],
        extra={"role": "img", "aria-labelledby": f"{id}-title {id}-desc"},
    )
    return str(drawn)


def html(figure: Figure) -> str:
    """The figure as HTML on one line, so that Markdown leaves it alone."""
    text = templates.get_template("figure.html").render(
        figure=figure, scrolls=figure.width > PHONE, beside=figure.width <= BESIDE
    )
    return one_line(text)
