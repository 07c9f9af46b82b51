"""Waits: the wait-for graph at the moment of a deadlock, or where somebody last waited."""

import math
from collections.abc import Sequence

import svg

from scripts.draw import pen
from scripts.draw.figure import Figure, Row, figure_id, picture
from scripts.draw.graph import Edge, Graph, Node, from_sentences, stuck
from scripts.draw.key import key
from scripts.draw.pen import Point
from scripts.draw.places import EDGE, PARTS, Places, extent, lines, placed
from scripts.draw.table import at, listed
from scripts.draw.text import LEADING
from scripts.draw.trace import Trace

HEADS = ("No.", "Since", "What")
LOOKS = [("waits", "waits for"), ("holds", "is held by")]
GAP = 3


class NobodyWaits(ValueError):
    """There is no moment at which one strand of the trace waits for another."""


def waits(trace: Trace) -> Figure:
    """Who waits for what, and who has it. Raises NobodyWaits."""
    graph = stuck(trace)
    if graph is None:
        raise NobodyWaits(f"in {trace.program}, nobody ever waits for somebody else")
    at_end = graph.after == len(trace.events) - 1
    ending = "at the end of the trace" if at_end else f"after {at(trace.events[graph.after].at)}"
    since = {edge.event: at(trace.events[edge.event].at) for edge in graph.edges}
    return _figure(graph, trace.program, trace.label, ending, since)


def waits_told(sentences: Sequence[str], program: str) -> Figure:
    """The same of an exploration's outcome: its sentences of who waits for what.

    Raises NobodyWaits, and ValueError at a sentence that says something else.
    """
    graph = from_sentences(sentences)
    if not graph.edges:
        raise NobodyWaits(f"in this outcome of {program}, nobody waits")
    return _figure(graph, program, "explored", "where it cannot go on", {})


def _figure(graph: Graph, program: str, label: str, ending: str, since: dict[int, str]) -> Figure:
    """since: by event, the moment."""
    id = figure_id(program, "waits", label)
    title = f"{program}: who waits for whom, {ending}"
    desc = _told(graph, ending)
    drawing, size = _drawn(graph)
    rows = [(e.event, [str(e.event), since.get(e.event, ""), e.sentence()]) for e in graph.edges]
    return Figure(
        view="waits",
        id=id,
        svg=picture(id, size, (title, desc), drawing),
        width=size[0],
        title=title,
        caption=_caption(graph),
        desc=desc,
        heads=HEADS if since else (HEADS[0], HEADS[2]),
        rows=tuple(Row(n, tuple(c for c in cells if since or c)) for n, cells in rows),
        told="The same as a table",
    )


def _drawn(graph: Graph) -> tuple[list[svg.Element], tuple[float, float]]:
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
    if node.strand:
        shape: svg.Element = pen.circle(point, w / 2)
        words = pen.text((x, y + 4.5), node.name)
        return pen.group("f-node", [shape, words], {"strand": node.name})
    names = lines(node)
    first = y + 4.5 - (len(names) - 1) * LEADING / 2
    return pen.group(
        "f-thing", [pen.rect((x - w / 2, y - h / 2), w, h), pen.text((x, first), names)]
    )


def _edge(edge: Edge, places: Places, circular: bool) -> svg.G:
    """An arrow from edge to edge of the shapes, on the ring where it belongs to one."""
    start, stop = places.points[edge.source], places.points[edge.target]
    curve = places.bows.get(edge) or [_between(start, stop, i / PARTS) for i in range(PARTS + 1)]
    free = [p for p in curve if _off(p, edge.source, start) and _off(p, edge.target, stop)]
    look = f"f-{'waits' if edge.kind == 'waits' else 'holds'}"
    tip = free[-1]
    shaft = [p for p in free if math.dist(p, tip) >= 6] or free[:1]
    data = {"event": edge.event, "line": edge.line, "strand": edge.strand}
    drawing = [pen.path([*shaft[::3], shaft[-1]], look), pen.arrowhead(tip, shaft[-1], size=9)]
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
