"""The pen: SVG elements as all figures draw them, from classes and rounded numbers.

No colour is named here or anywhere in a figure; docs/assets/figure.css does that.
"""

from collections.abc import Iterable, Sequence
from html import escape

import svg

from scripts.draw.text import LEADING

Point = tuple[float, float]


def rounded(value: float) -> float:
    """To a tenth of a pixel, and without a needless ".0"."""
    number = round(float(value), 1)
    return int(number) if number == int(number) else number


def group(
    classes: str, elements: Iterable[svg.Element], data: dict[str, object] | None = None
) -> svg.G:
    """Elements that belong together. data: its data-… attributes."""
    told = {key: escape(str(value)) for key, value in (data or {}).items()}
    return svg.G(class_=[classes] if classes else None, elements=list(elements), data=told or None)


def text(
    at: Point, lines: str | Sequence[str], classes: str = "", leading: float = LEADING
) -> svg.Text:
    """Lines of text; at: the first one's baseline, at its start, or where the class anchors it."""
    x, y = rounded(at[0]), at[1]
    several = [lines] if isinstance(lines, str) else lines
    if len(several) == 1:
        return svg.Text(x=x, y=rounded(y), class_=_classes(classes), text=escape(several[0]))
    spans: list[svg.Element] = [
        svg.TSpan(x=x, y=rounded(y + i * leading), text=escape(line))
        for i, line in enumerate(several)
    ]
    return svg.Text(class_=_classes(classes), elements=spans)


def upwards(at: Point, words: str, classes: str = "") -> svg.Text:
    """A line of text that reads from below to above, centred on the point."""
    x, y = rounded(at[0]), rounded(at[1])
    turned: list[svg.Transform] = [svg.Rotate(-90, x, y)]
    return svg.Text(x=x, y=y, transform=turned, class_=_classes(classes), text=escape(words))


def line(start: Point, stop: Point, classes: str = "") -> svg.Line:
    """A straight line."""
    (x1, y1), (x2, y2) = start, stop
    return svg.Line(
        x1=rounded(x1), y1=rounded(y1), x2=rounded(x2), y2=rounded(y2), class_=_classes(classes)
    )


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
    (x, y), *rest = [(rounded(x), rounded(y)) for x, y in points]
    d: list[svg.PathData] = [svg.MoveTo(x, y), *(svg.LineTo(*point) for point in rest)]
    return svg.Path(d=[*d, svg.ClosePath()] if closed else d, class_=_classes(classes))


def bow(start: Point, control: Point, stop: Point, classes: str = "") -> svg.Path:
    """A curve from point to point, drawn towards the control point."""
    (x, y), (cx, cy), (sx, sy) = ((rounded(px), rounded(py)) for px, py in (start, control, stop))
    return svg.Path(
        d=[svg.MoveTo(x, y), svg.QuadraticBezier(cx, cy, sx, sy)], class_=_classes(classes)
    )


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
