"""Waits: the wait-for graph at the moment of a deadlock, or where somebody last waited."""

import math
from collections.abc import Sequence

import svg

from scripts.draw import pen
from scripts.draw.figure import Drawing, Figure, NotDrawable, Row, Table, Words, figure, figure_id
from scripts.draw.graph import Edge, Graph, Node, from_sentences, stuck
from scripts.draw.key import key
from scripts.draw.layout import placed
from scripts.draw.pen import Point
from scripts.draw.places import EDGE, PARTS, Places, extent, lines
from scripts.draw.table import at, listed
from scripts.draw.text import LEADING
from scripts.draw.trace import Trace

HEADS = ("No.", "Since", "What")
LOOKS = [("waits", "waits for"), ("holds", "is held by")]
GAP = 3


def waits(trace: Trace) -> Figure:
    """Who waits for what, and who has it. Raises NotDrawable."""
    graph = stuck(trace)
    if graph is None:
        raise NotDrawable(f"in {trace.program}, nobody ever waits for somebody else")
    at_end = graph.after == len(trace.events) - 1
    ending = "at the end of the trace" if at_end else f"after {at(trace.events[graph.after].at)}"
    since = {edge.event: at(trace.events[edge.event].at) for edge in graph.edges}
    return _figure(graph, trace.program, trace.label, ending, since)


def waits_told(sentences: Sequence[str], program: str) -> Figure:
    """The same of an exploration's outcome: its sentences of who waits for what.

    Raises NotDrawable, and ValueError at a sentence that says something else.
    """
    graph = from_sentences(sentences)
    if not graph.edges:
        raise NotDrawable(f"in this outcome of {program}, nobody waits")
    return _figure(graph, program, "explored", "where it cannot go on", {})


def _figure(graph: Graph, program: str, label: str, ending: str, since: dict[int, str]) -> Figure:
    """since: by event, the moment."""
    words = Words(f"{program}: who waits for whom, {ending}", _caption(graph), _told(graph, ending))
    heads = HEADS if since else (HEADS[0], HEADS[2])
    rows = [
        Row(e.event, (str(e.event), *([since[e.event]] if since else []), e.sentence()))
        for e in graph.edges
    ]
    table = Table(heads, tuple(rows), "The same as a table")
    return figure("waits", figure_id(program, "waits", label), _drawn(graph), words, table)


def _drawn(graph: Graph) -> Drawing:
    places = Places()
    places.add(placed(graph), EDGE, EDGE)
    _, _, right, bottom = places.box()
    found: list[svg.Element] = [_band(ring.centre, ring.rx, ring.ry) for ring in places.rings]
    circular = {edge for circle in graph.cycles() for edge in circle}
    found += [_edge(edge, places, edge in circular) for edge in graph.edges]
    found += [_node(node, places.points[node]) for node in graph.nodes()]
    wide = max(right + EDGE, 190.0)
    used = {edge.kind for edge in graph.edges}
    looks = [look for look, kind in zip(LOOKS, ("waits", "held"), strict=True) if kind in used]
    legend, height = key(looks, 2, bottom + 16, wide - 4, "")
    return found + legend, (wide, height + 2)


def _band(centre: Point, rx: float, ry: float) -> svg.Element:
    """Behind the circle of waiting, so that it is seen as one."""
    x, y = map(pen.rounded, centre)
    return svg.Ellipse(cx=x, cy=y, rx=pen.rounded(rx), ry=pen.rounded(ry), class_=["f-circle"])


def _node(node: Node, point: Point) -> svg.G:
    x, y = point
    w, h = extent(node)
    names = lines(node)
    words = pen.text((x, y + 4.5 - (len(names) - 1) * LEADING / 2), names)
    if node.strand:
        return pen.group("f-node", [pen.circle(point, w / 2), words], {"strand": node.name})
    corner = h / 2 if node.signal else 0
    box = pen.rect((x - w / 2, y - h / 2), w, h, radius=corner)
    return pen.group("f-thing", [box, words])


def _edge(edge: Edge, places: Places, circular: bool) -> svg.G:
    """An arrow from edge to edge of the shapes, on the ring where it belongs to one."""
    start, stop = places.points[edge.source], places.points[edge.target]
    curve = places.bows.get(edge) or [_between(start, stop, i / PARTS) for i in range(PARTS + 1)]
    free = [p for p in curve if _off(p, edge.source, start) and _off(p, edge.target, stop)]
    look = f"f-{'waits' if edge.kind == 'waits' else 'holds'}"
    tip = free[-1]
    shaft = [p for p in free if math.dist(p, tip) >= 6] or free[:1]
    data = {"event": edge.event, "line": edge.line, "strand": edge.strand}
    way = [*shaft[::3], shaft[-1]] if edge in places.bows else [shaft[0], shaft[-1]]
    drawing = [pen.path(way, look), pen.arrowhead(tip, shaft[-1], size=9)]
    return pen.group("il-event f-round" if circular else "il-event", drawing, data)


def _between(a: Point, b: Point, t: float) -> Point:
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def _off(point: Point, node: Node, middle: Point) -> bool:
    """Whether the point lies outside of the shape, with some air."""
    dx, dy = abs(point[0] - middle[0]), abs(point[1] - middle[1])
    w, h = extent(node)
    if node.strand:
        return math.hypot(dx, dy) > w / 2 + GAP
    return dx > w / 2 + GAP or dy > h / 2 + GAP


def _caption(graph: Graph) -> str:
    circles = graph.cycles()
    if not circles:
        return "Who waits for what at this moment; the waiting does not go round in a circle."
    letters = [edge.source.name for edge in circles[0] if edge.source.strand]
    if len(letters) == 1:
        return f"{letters[0]} waits for what it holds itself."
    return f"{listed(letters)} wait for one another, round in a circle: a deadlock."


def _told(graph: Graph, ending: str) -> str:
    """The description: every edge as a sentence, and the circles by name."""
    sentences = [f"{edge.sentence()}." for edge in graph.edges]
    for circle in graph.cycles():
        names = [edge.source.name for edge in circle]
        sentences.append(f"This is a cycle: {', '.join([*names, names[0]])}.")
    return f"The wait-for graph {ending}. {' '.join(sentences)}"
