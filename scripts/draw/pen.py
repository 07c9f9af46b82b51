"""The pen: SVG elements as all figures draw them, from classes and rounded numbers.

No colour is named here or anywhere in a figure; docs/assets/figure.css does that.
A figure is sent with its page, so what is drawn again and again should be written alike:
paths go on from where they are, and a group's elements count from the group's place.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise

import svg

from scripts.draw.text import LEADING

Point = tuple[float, float]
START = re.compile(r"M(?P<x>-?[\d.]+) ?(?P<y>-?[\d.]+)")


def rounded(value: float) -> float:
    """To a tenth of a pixel, and without a needless ".0"."""
    number = round(float(value), 1)
    return int(number) if number == int(number) else number


def group(
    classes: str,
    elements: Iterable[svg.Element],
    data: dict[str, object] | None = None,
    at: Point = (0, 0),
) -> svg.G:
    """Elements that belong together. data: its data-… attributes; at: where the group stands.

    The elements come with their places in the figure, and leave with those in the group.
    """
    told = {key: escape(str(value)) for key, value in (data or {}).items()}
    drawn = list(elements)
    x, y = rounded(at[0]), rounded(at[1])
    for element in drawn if x or y else []:
        _move(element, -x, -y)
    return svg.G(
        class_=_classes(classes),
        elements=drawn,
        data=told or None,
        extra={"transform": f"translate({_pair(x, y)})"} if x or y else None,
    )


def _move(element: svg.Element, dx: float, dy: float) -> None:
    """An element and all in it by so much."""
    for names, by in ((("x", "cx"), dx), (("y", "cy"), dy)):
        for name in names:
            if (value := getattr(element, name, None)) is not None:
                moved = rounded(value + by)
                setattr(element, name, None if not moved and name.startswith("c") else moved)
    for turn in getattr(element, "transform", None) or []:
        if isinstance(turn, svg.Translate):
            turn.x, turn.y = rounded(float(turn.x) + dx), rounded(float(turn.y or 0) + dy)
    if isinstance(element, svg.Path):
        element.extra = {"d": START.sub(lambda at: _moved(at, dx, dy), (element.extra or {})["d"])}
    for inner in element.elements or []:
        _move(inner, dx, dy)


def _moved(at: re.Match[str], dx: float, dy: float) -> str:
    return f"M{_pair(rounded(float(at['x']) + dx), rounded(float(at['y']) + dy))}"


def text(
    at: Point, lines: str | Sequence[str], classes: str = "", leading: float = LEADING
) -> svg.Text:
    """Lines of text; at: the first one's baseline, at its start, or where the class anchors it."""
    x, y = rounded(at[0]), at[1]
    several = [lines] if isinstance(lines, str) else lines
    if len(several) == 1:
        return svg.Text(x=x, y=rounded(y), class_=_classes(classes), text=escape(several[0]))
    spans: list[svg.Element] = [
        svg.TSpan(x=x, dy=rounded(leading) if i else None, text=escape(line))
        for i, line in enumerate(several)
    ]
    return svg.Text(y=rounded(y), class_=_classes(classes), elements=spans)


def upwards(at: Point, words: str, classes: str = "") -> svg.Text:
    """A line of text that reads from below to above, centred on the point."""
    turned: list[svg.Transform] = [
        svg.Translate(rounded(at[0]), rounded(at[1])),
        svg.Rotate(-90),
    ]
    return svg.Text(transform=turned, class_=_classes(classes), text=escape(words))


def line(start: Point, stop: Point, classes: str = "") -> svg.Path:
    """A straight line."""
    return path([start, stop], classes)


def box(left_top: Point, width: float, height: float, classes: str = "") -> svg.Path:
    """A rectangle where there are many of them: one attribute, and not four."""
    x, y = rounded(left_top[0]), rounded(left_top[1])
    right, bottom = x + rounded(max(width, 0)), y + rounded(max(height, 0))
    return path([(x, y), (right, y), (right, bottom), (x, bottom)], classes, closed=True)


def rect(
    left_top: Point, width: float, height: float, classes: str = "", radius: float = 0
) -> svg.Rect:
    """A rectangle, with round corners where there is a radius."""
    x, y = left_top
    return svg.Rect(
        x=rounded(x),
        y=rounded(y),
        width=rounded(max(width, 0)),
        height=rounded(max(height, 0)),
        rx=rounded(radius) or None,
        class_=_classes(classes),
    )


def circle(centre: Point, radius: float, classes: str = "") -> svg.Circle:
    """A circle."""
    x, y = centre
    return svg.Circle(cx=rounded(x), cy=rounded(y), r=rounded(radius), class_=_classes(classes))


def path(points: Sequence[Point], classes: str = "", closed: bool = False) -> svg.Path:
    """Straight lines from point to point."""
    places = [(rounded(x), rounded(y)) for x, y in points]
    lines = "".join(_line(*one, *other) for one, other in pairwise(places))
    return _path(f"M{_pair(*places[0])}{lines}{'z' if closed else ''}", classes)


def bow(start: Point, control: Point, stop: Point, classes: str = "") -> svg.Path:
    """A curve from point to point, drawn towards the control point."""
    (x, y), (cx, cy), (sx, sy) = ((rounded(px), rounded(py)) for px, py in (start, control, stop))
    turn, end = (rounded(cx - x), rounded(cy - y)), (rounded(sx - x), rounded(sy - y))
    return _path(f"M{_pair(x, y)}q{_pair(*turn)} {_pair(*end)}", classes)


def _path(d: str, classes: str) -> svg.Path:
    return svg.Path(class_=_classes(classes), extra={"d": d})


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    """On from a point to another one."""
    dx, dy = rounded(to_x - x), rounded(to_y - y)
    if not dy:
        return f"h{_plain(dx)}"
    return f"l{_pair(dx, dy)}" if dx else f"v{_plain(dy)}"


def _pair(x: float, y: float) -> str:
    """Two numbers; a minus parts them as well as a blank."""
    first, second = _plain(x), _plain(y)
    return f"{first}{second}" if second.startswith("-") else f"{first} {second}"


def _plain(number: float) -> str:
    """ ".5" for 0.5."""
    return str(number).replace("0.", ".", 1) if -1 < number < 1 and number else str(number)


def arrowhead(tip: Point, come_from: Point, classes: str = "f-head", size: float = 7) -> svg.Path:
    """A slim filled head; come_from: any point on the way towards the tip."""
    dx, dy = tip[0] - come_from[0], tip[1] - come_from[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1
    ux, uy = dx / length, dy / length
    back = tip[0] - ux * size, tip[1] - uy * size
    half = size * 0.42
    sides = [(back[0] - uy * half, back[1] + ux * half), (back[0] + uy * half, back[1] - ux * half)]
    return path([tip, *sides], classes, closed=True)


def _classes(classes: str) -> list[str] | None:
    return [classes] if classes else None
