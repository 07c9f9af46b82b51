"""Marks: the shape for what a strand does. Locks are squares, signals are diamonds,
steps are dots, and a cross is an exception; hollow is an attempt, filled a deed."""

import svg

from scripts.draw import pen
from scripts.draw.pen import Point
from scripts.draw.trace import Do

SHAPES: dict[Do, str] = {
    "born": "cap",
    "ended": "cap",
    "asks": "open square",
    "got": "square",
    "released": "open square",
    "refused": "crossed square",
    "waits": "open diamond",
    "woken": "diamond",
    "notifies": "diamond",
    "waits_join": "open dot",
    "joined": "dot",
    "sleeps": "open dot",
    "raises": "cross",
}
SIZE = 4.5


def mark(do: Do, at: Point) -> list[svg.Element]:
    """The elements of the mark, about the point."""
    shape = SHAPES.get(do, "dot")
    x, y = at
    if shape == "cap":
        return [pen.line((x - 6, y), (x + 6, y), "f-cap")]
    if shape == "cross":
        return _cross(at, SIZE, "f-wrong")
    classes = "f-open" if shape.startswith(("open", "crossed")) else "f-mark"
    if shape.endswith("dot"):
        return [pen.circle(at, SIZE, classes)]
    if shape.endswith("diamond"):
        far = SIZE + 1.5
        return [
            pen.path([(x, y - far), (x + far, y), (x, y + far), (x - far, y)], classes, closed=True)
        ]
    square: list[svg.Element] = [pen.box((x - SIZE, y - SIZE), 2 * SIZE, 2 * SIZE, classes)]
    return square + (_cross(at, SIZE - 2, "f-stroke") if shape.startswith("crossed") else [])


def _cross(at: Point, size: float, classes: str) -> list[svg.Element]:
    x, y = at
    return [
        pen.line((x - size, y - size), (x + size, y + size), classes),
        pen.line((x - size, y + size), (x + size, y - size), classes),
    ]
