"""Trees: without a circle, who waits stands above what it waits for."""

from scripts.draw.graph import Graph, Node
from scripts.draw.places import APART, Places, extent


def tree(graph: Graph) -> Places:
    """The places of a graph that has no circle."""
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
