"""Places for the nodes of a graph: what room they take, and where they stand."""

import math
from dataclasses import dataclass, field
from itertools import pairwise

from scripts.draw.graph import Edge, Node
from scripts.draw.pen import Point
from scripts.draw.text import LEADING, width, wrap

# A phone's width, less what is left free on both sides.
EDGE = 8
WIDEST = 328 - 2 * EDGE
LETTER, APART, MARGIN = 18, 34, 10
NAME_ROOM = 92
FINE, PARTS = 720, 64


@dataclass(frozen=True)
class Ring:
    """An ellipse."""

    centre: Point
    rx: float
    ry: float

    def point(self, angle: float) -> Point:
        """At an angle in radians; 0 is at the top, and it goes clockwise."""
        x, y = self.centre
        return x + self.rx * math.sin(angle), y - self.ry * math.cos(angle)

    def angles(self, count: int) -> list[float]:
        """So many, the same way apart on the line."""
        fine = [self.point(2 * math.pi * i / FINE) for i in range(FINE + 1)]
        walked = [0.0]
        for a, b in pairwise(fine):
            walked.append(walked[-1] + math.dist(a, b))
        stops = [walked[-1] * i / count for i in range(count)]
        return [2 * math.pi * _first(walked, stop) / FINE for stop in stops]


@dataclass
class Places:
    """Where everything stands. bows: for edges of a ring, their way from middle to middle."""

    points: dict[Node, Point] = field(default_factory=dict)
    rings: list[Ring] = field(default_factory=list)
    bows: dict[Edge, list[Point]] = field(default_factory=dict)

    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of all nodes and rings."""
        corners = [
            (x + side * size[0] / 2, y + side * size[1] / 2)
            for (x, y), size in ((point, extent(node)) for node, point in self.points.items())
            for side in (-1, 1)
        ]
        for ring in self.rings:
            (x, y), dx, dy = ring.centre, ring.rx + MARGIN, ring.ry + MARGIN
            corners += [(x - dx, y - dy), (x + dx, y + dy)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return min(xs), min(ys), max(xs), max(ys)

    def add(self, other: "Places", left: float, top: float) -> None:
        """Put the other's things here, its box's corner at the given place."""
        x0, y0, _, _ = other.box()
        dx, dy = left - x0, top - y0
        for node, (x, y) in other.points.items():
            self.points[node] = x + dx, y + dy
        for edge, way in other.bows.items():
            self.bows[edge] = [(x + dx, y + dy) for x, y in way]
        self.rings += [Ring((r.centre[0] + dx, r.centre[1] + dy), r.rx, r.ry) for r in other.rings]


def lines(node: Node) -> list[str]:
    """The node's name as it stands in its shape."""
    return [node.name] if node.strand else wrap(node.name, NAME_ROOM)


def extent(node: Node) -> tuple[float, float]:
    """Width and height of its shape: a circle for a strand, a rectangle for a thing."""
    if node.strand:
        across = 2 * max(LETTER, width(node.name, 12, bold=True) / 2 + 5)
        return across, across
    wide = max(map(width, lines(node)))
    return max(wide + (26 if node.signal else 18), 32), max(LEADING * len(lines(node)) + 12, 32)


def reach(node: Node, direction: Point) -> float:
    """From its middle to its edge, in a direction of length 1."""
    w, h = extent(node)
    if node.strand:
        return w / 2
    ux, uy = abs(direction[0]) or 1e-9, abs(direction[1]) or 1e-9
    return min(w / 2 / ux, h / 2 / uy)


def _first(walked: list[float], stop: float) -> int:
    return next(i for i, far in enumerate(walked) if far >= stop)
