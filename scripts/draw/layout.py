"""The layout of a wait-for graph: its parts side by side, rings and trees."""

from scripts.draw.graph import Graph
from scripts.draw.places import APART, WIDEST, Places
from scripts.draw.rings import ring
from scripts.draw.trees import tree


def placed(graph: Graph) -> Places:
    """Everything, part by part, from left to right and in lines."""
    whole = Places()
    left = top = bottom = 0.0
    for part in graph.parts():
        own = ring(part) if part.cycles() else tree(part)
        x0, y0, x1, y1 = own.box()
        if left and left + x1 - x0 > WIDEST:
            left, top = 0.0, bottom + APART
        whole.add(own, left, top)
        left, bottom = left + x1 - x0 + APART, max(bottom, top + y1 - y0)
    return whole
