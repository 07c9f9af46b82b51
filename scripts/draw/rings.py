"""Rings: the nodes of a circle of waiting on an ellipse, and outside of it who waits for them."""

import math

from scripts.draw.graph import Graph, Node
from scripts.draw.pen import Point
from scripts.draw.places import APART, PARTS, WIDEST, Places, Ring, extent, reach

# Between several who wait for the same node, and from a node to its neighbours.
FAN, NEAR = math.radians(50), 8


def ring(graph: Graph) -> Places:
    """The places of a graph that has a circle."""
    circle = graph.cycles()[0]
    nodes = [edge.source for edge in circle]
    line = _large_enough(nodes)
    angles = line.angles(len(nodes))
    places = Places({n: line.point(a) for n, a in zip(nodes, angles, strict=True)}, [line])
    for edge, angle, after in zip(circle, angles, [*angles[1:], 2 * math.pi], strict=True):
        places.bows[edge] = [
            line.point(angle + (after - angle) * i / PARTS) for i in range(PARTS + 1)
        ]
    for node, (x, y) in list(places.points.items()):
        away = math.atan2((y - line.centre[1]) / line.ry, (x - line.centre[0]) / line.rx)
        _outside(graph, node, away, places)
    return places


def _large_enough(nodes: list[Node]) -> Ring:
    """The smallest ring on which arrows fit between the nodes; rather high than wide."""
    widest = max(extent(node)[0] for node in nodes)
    rx = ry = 62.0
    while True:
        line = Ring((0, 0), rx, ry)
        points = [line.point(angle) for angle in line.angles(len(nodes))]
        pairs = zip(nodes, points, nodes[1:] + nodes[:1], points[1:] + points[:1], strict=True)
        if all(_gap(*pair) >= APART for pair in pairs):
            return line
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
        angle = away + (i - (len(sources) - 1) / 2) * FAN
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
        near = abs(point[0] - x) < (w + ow) / 2 + NEAR and abs(point[1] - y) < (h + oh) / 2 + NEAR
        if near:
            return True
    return False
