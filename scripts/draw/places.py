"""Places for the nodes of a graph: circles of waiting as rings, what leads into them outside,
and without a circle a tree that hangs from top to bottom."""

import math
from dataclasses import dataclass, field
from itertools import pairwise

from scripts.draw.graph import Edge, Graph, Node
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
    return max(wide + 18, 32), max(LEADING * len(lines(node)) + 12, 32)


def reach(node: Node, direction: Point) -> float:
    """From its middle to its edge, in a direction of length 1."""
    w, h = extent(node)
    if node.strand:
        return w / 2
    ux, uy = abs(direction[0]) or 1e-9, abs(direction[1]) or 1e-9
    return min(w / 2 / ux, h / 2 / uy)


def placed(graph: Graph) -> Places:
    """Everything, part by part, from left to right and in lines."""
    whole = Places()
    left = top = bottom = 0.0
    for part in _parts(graph):
        own = _ring(part) if part.cycles() else _tree(part)
        x0, y0, x1, y1 = own.box()
        if left and left + x1 - x0 > WIDEST:
            left, top = 0.0, bottom + APART
        whole.add(own, left, top)
        left, bottom = left + x1 - x0 + APART, max(bottom, top + y1 - y0)
    return whole


def _parts(graph: Graph) -> list[Graph]:
    """What hangs together."""
    left, found = list(graph.edges), []
    while left:
        known = {left[0].source}
        while more := {n for e in left for n in (e.source, e.target) if _touches(e, known)} - known:
            known |= more
        found.append(Graph(tuple(e for e in left if e.source in known), graph.after))
        left = [edge for edge in left if edge.source not in known]
    return found


def _touches(edge: Edge, known: set[Node]) -> bool:
    return edge.source in known or edge.target in known


def _ring(graph: Graph) -> Places:
    circle = graph.cycles()[0]
    nodes = [edge.source for edge in circle]
    ring = _large_enough(nodes)
    angles = ring.angles(len(nodes))
    places = Places({n: ring.point(a) for n, a in zip(nodes, angles, strict=True)}, [ring])
    for edge, angle, after in zip(circle, angles, [*angles[1:], 2 * math.pi], strict=True):
        places.bows[edge] = [
            ring.point(angle + (after - angle) * i / PARTS) for i in range(PARTS + 1)
        ]
    for node, (x, y) in list(places.points.items()):
        away = math.atan2((y - ring.centre[1]) / ring.ry, (x - ring.centre[0]) / ring.rx)
        _outside(graph, node, away, places)
    return places


def _large_enough(nodes: list[Node]) -> Ring:
    """The smallest ring on which arrows fit between the nodes; rather high than wide."""
    widest = max(extent(node)[0] for node in nodes)
    rx = ry = 62.0
    while True:
        ring = Ring((0, 0), rx, ry)
        points = [ring.point(angle) for angle in ring.angles(len(nodes))]
        pairs = zip(nodes, points, nodes[1:] + nodes[:1], points[1:] + points[:1], strict=True)
        if all(_gap(*pair) >= APART for pair in pairs):
            return ring
        if rx + widest / 2 + 2 < WIDEST / 2:
            rx += 2
        ry += 2


def _gap(one: Node, a: Point, other: Node, b: Point) -> float:
    """What is free on the straight way between two nodes."""
    far = math.dist(a, b) or 1e-9
    direction = (b[0] - a[0]) / far, (b[1] - a[1]) / far
    return far - reach(one, direction) - reach(other, direction)


def _outside(graph: Graph, node: Node, away: float, places: Places) -> None:
    """Who waits for the node and has no place yet: beyond it, seen from the ring."""
    sources = [e.source for e in graph.edges if e.target == node and e.source not in places.points]
    for i, source in enumerate(sources):
        angle = away + (i - (len(sources) - 1) / 2) * math.radians(50)
        _put(source, node, angle, places)
        _outside(graph, source, angle, places)


def _put(source: Node, node: Node, angle: float, places: Places) -> None:
    """As near as an arrow allows, and where nothing else stands."""
    x, y = places.points[node]
    ux, uy = math.cos(angle), math.sin(angle)
    far = reach(node, (ux, uy)) + APART + reach(source, (ux, uy))
    while _crowded(source, (x + ux * far, y + uy * far), places):
        far += 6
    places.points[source] = x + ux * far, y + uy * far


def _crowded(node: Node, point: Point, places: Places) -> bool:
    w, h = extent(node)
    for other, (x, y) in places.points.items():
        ow, oh = extent(other)
        near = abs(point[0] - x) < (w + ow) / 2 + 8 and abs(point[1] - y) < (h + oh) / 2 + 8
        if near:
            return True
    return False


def _tree(graph: Graph) -> Places:
    """Who waits stands above what it waits for."""
    root = next(n for n in graph.nodes() if all(e.source != n for e in graph.edges))
    places = Places()
    _hang(graph, root, 0.0, 0.0, places)
    return places


def _hang(graph: Graph, node: Node, left: float, y: float, places: Places) -> float:
    """The node with all that lead to it above it; gives the right edge."""
    own = extent(node)[0]
    right = left + max(0.0, own - _spread(graph, node)) / 2
    for i, source in enumerate(_sources(graph, node)):
        higher = y - extent(node)[1] / 2 - APART - extent(source)[1] / 2
        right = _hang(graph, source, right + (APART / 2 if i else 0), higher, places)
    wide = max(own, _spread(graph, node))
    places.points[node] = left + wide / 2, y
    return left + wide


def _spread(graph: Graph, node: Node) -> float:
    """How wide all is that leads to a node."""
    above = [max(extent(source)[0], _spread(graph, source)) for source in _sources(graph, node)]
    return sum(above) + APART / 2 * max(len(above) - 1, 0)


def _sources(graph: Graph, node: Node) -> list[Node]:
    return [edge.source for edge in graph.edges if edge.target == node]


def _first(walked: list[float], stop: float) -> int:
    return next(i for i, far in enumerate(walked) if far >= stop)
