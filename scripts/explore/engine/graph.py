"""The graph of all states: how many orders lead to which end, and one of each."""

import heapq
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from scripts.explore.engine.search import Node

ENDS = ("finished", "error", "deadlock", "livelock")


@dataclass
class Outcome:
    """One way to end: in how many orders (None: without bound), and one of them.

    places: the nodes that end so; example: the choices up to the nearest one.
    """

    end: str
    output: str
    schedules: int | None = 0
    places: set[int] = field(default_factory=set)
    example: list[int] = field(default_factory=list)
    last: int = -1


def outcomes(nodes: Sequence[Node]) -> tuple[list[Outcome], int | None]:
    """Every way to end, and the number of all orders."""
    groups = list(components(nodes))
    ways = _ways(nodes, groups)
    found: dict[tuple[str, str], Outcome] = {}
    for group in groups:
        end = nodes[group[0]].end or ("livelock" if _is_trap(nodes, group) else "")
        if end:
            output = nodes[group[0]].output
            one = found.setdefault((end, output), Outcome(end, output))
            one.places.update(group)
            count = ways[group[0]] if end != "livelock" else None
            one.schedules = None if None in (one.schedules, count) else one.schedules + count  # type: ignore[operator]
    for one in found.values():
        one.example, one.last = _example(nodes, one.places)
    order = sorted(found.values(), key=lambda o: (ENDS.index(o.end), -(o.schedules or 0), o.output))
    counts = [one.schedules for one in order]
    return order, None if None in counts else sum(count or 0 for count in counts)


def components(nodes: Sequence[Node]) -> Iterator[list[int]]:
    """Tarjan's strongly connected components, the last ones first."""
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    waiting: set[int] = set()
    for root in range(len(nodes)):
        work = [(root, 0)] if root not in index else []
        while work:
            node, place = work.pop()
            if place == 0:
                index[node] = low[node] = len(index)
                stack.append(node)
                waiting.add(node)
            edges = nodes[node].edges
            while place < len(edges) and (edges[place] < 0 or edges[place] in index):
                if edges[place] in waiting:
                    low[node] = min(low[node], index[edges[place]])
                place += 1
            if place < len(edges):
                work += [(node, place + 1), (edges[place], 0)]
                continue
            for target in edges:
                if target in waiting:
                    low[node] = min(low[node], low[target])
            if low[node] == index[node]:
                group = _tail(stack, node)
                waiting.difference_update(group)
                yield group


def _tail(stack: list[int], node: int) -> list[int]:
    """Take everything from node on off the stack."""
    group: list[int] = []
    while not group or group[-1] != node:
        group.append(stack.pop())
    return group


def _ways(nodes: Sequence[Node], groups: Sequence[list[int]]) -> list[int | None]:
    """In how many orders each node can be reached; None: a loop lies before it."""
    ways: list[int | None] = [0] * len(nodes)
    ways[0] = 1
    for group in reversed(groups):
        if len(group) > 1 or group[0] in nodes[group[0]].edges:
            for node in group:
                ways[node] = None
        for node in group:
            count = ways[node]
            for target in nodes[node].edges:
                if target >= 0 and target != node:
                    before = ways[target]
                    ways[target] = None if count is None or before is None else before + count
    return ways


def _is_trap(nodes: Sequence[Node], group: list[int]) -> bool:
    """Whether nobody ever gets out of these states, though somebody can always go on."""
    inside = set(group)
    return all(nodes[n].edges and inside.issuperset(nodes[n].edges) for n in group)


def _example(nodes: Sequence[Node], places: set[int]) -> tuple[list[int], int]:
    """The order with the fewest changes from thread to thread, as places of threads.

    With it, the node where it ends.
    """
    found = itertools.count()  # of equal ones, the one found first comes first
    heap = [(0, 0, next(found), 0, -1, (-1, -1))]
    came: dict[tuple[int, int], tuple[int, int]] = {}
    while heap:
        changes, length, _, node, slot, before = heapq.heappop(heap)
        if (node, slot) in came:
            continue
        came[node, slot] = before
        if node in places:
            return _back((node, slot), came), node
        for thread, target in zip(nodes[node].ready, nodes[node].edges, strict=True):
            if target >= 0 and (target, thread) not in came:
                turn = slot not in (thread, -1)
                at = (node, slot)
                heapq.heappush(heap, (changes + turn, length + 1, next(found), target, thread, at))
    raise AssertionError("every node was reached somehow")


def _back(at: tuple[int, int], came: dict[tuple[int, int], tuple[int, int]]) -> list[int]:
    path = []
    while came[at] != (-1, -1):
        path.append(at[1])
        at = came[at]
    return path[::-1]
