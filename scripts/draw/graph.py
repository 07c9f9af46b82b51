"""The wait-for graph of a trace: who waits for what, and who holds that, at one moment."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from scripts.draw.life import AFTER, BLOCKED, Hold, Phase, holds, phases
from scripts.draw.trace import Trace

Kind = Literal["waits", "held"]
# As an exploration tells who stands still at its end.
SENTENCE = re.compile(
    r"(?P<who>\w+) waits (?:for the end of (?P<end>\w+)"
    r"|for (?P<thing>.+?), ?(?:held by (?P<holder>\w+)|(?P<itself>which it holds itself))?"
    r"|in (?P<called>.+?)\.\w+\(\)(?:, whose lock \w+ holds)?)"
)


@dataclass(frozen=True)
class Node:
    """A strand, by its letter, or a thing, by its name. signal: what is told, not taken: a
    condition is another thing than its lock, though both have one name."""

    name: str
    strand: bool
    signal: bool = False


@dataclass(frozen=True)
class Edge:
    """ "waits for" or "is held by". event: its number, where there is a trace that of the event
    since which it is so; line: of the program, or 0."""

    source: Node
    target: Node
    kind: Kind
    event: int
    line: int = 0

    @property
    def strand(self) -> str:
        """The letter of who waits, or holds."""
        return self.source.name if self.kind == "waits" else self.target.name

    def sentence(self) -> str:
        """ "A waits for lock", "A waits for the end of B", "lock is held by B"."""
        if self.kind == "held":
            return f"{self.source.name} is held by {self.target.name}"
        end = "the end of " if self.target.strand else ""
        return f"{self.source.name} waits for {end}{self.target.name}"


@dataclass(frozen=True)
class Graph:
    """All edges at one moment. after: the last event that had happened, where there is a trace."""

    edges: tuple[Edge, ...]
    after: int = -1

    def nodes(self) -> list[Node]:
        """In order of their first edges."""
        return list(dict.fromkeys(node for e in self.edges for node in (e.source, e.target)))

    def cycles(self) -> list[list[Edge]]:
        """Circles of waiting; each begins at the strand that comes first in the alphabet."""
        found: dict[frozenset[Edge], list[Edge]] = {}
        for node in self.nodes():
            for circle in self._from(node, []):
                found.setdefault(frozenset(circle), _turned(circle))
        return list(found.values())

    def parts(self) -> list["Graph"]:
        """What hangs together, each as a graph."""
        left, found = list(self.edges), []
        while left:
            known: set[Node] = set()
            more = {left[0].source}
            while more - known:
                known |= more
                near = [e for e in left if e.source in known or e.target in known]
                more = {node for e in near for node in (e.source, e.target)}
            found.append(Graph(tuple(e for e in left if e.source in known), self.after))
            left = [edge for edge in left if edge.source not in known]
        return found

    def _from(self, node: Node, way: list[Edge]) -> list[list[Edge]]:
        """The circles that go on from the node and come back to where the way began."""
        circles: list[list[Edge]] = []
        for edge in self.edges:
            if edge.source == node and edge not in way:
                longer = [*way, edge]
                if edge.target == longer[0].source:
                    circles.append(longer)
                elif edge.target not in [one.source for one in longer]:
                    circles += self._from(edge.target, longer)
        return circles


def stuck(trace: Trace) -> Graph | None:
    """The graph at the end, if anybody waits there; else where a circle was last closed;
    else where most of them waited; None if nobody ever did."""
    lives, held = phases(trace), holds(trace)
    end = at(trace, len(trace.events) - 1, lives, held)
    if end.edges:
        return end
    moments = [
        at(trace, event.n, lives, held)
        for event in reversed(trace.events)
        if event.do == "got" or AFTER.get(event.do) in BLOCKED
    ]
    circles = (graph for graph in moments if graph.cycles())
    most = max(moments, key=lambda graph: len(graph.edges), default=None)
    return next(circles, None) or (most if most and most.edges else None)


def at(trace: Trace, after: int, lives: list[list[Phase]], held: list[Hold]) -> Graph:
    """The graph as it stood right after an event."""
    now = [phase for life in lives for phase in life if _covers(phase, after)]
    taken = {hold.what for hold in held if _holds(hold, after)}
    waits = [_wait(phase, trace) for phase in now if _waits(phase, taken)]
    wanted = {edge.target for edge in waits}
    holding = [
        Edge(
            Node(hold.what, False),
            Node(trace.letter(hold.strand), True),
            "held",
            hold.got,
            trace.events[hold.got].line,
        )
        for hold in held
        if _holds(hold, after)
    ]
    edges = [*waits, *(edge for edge in holding if edge.source in wanted)]
    return Graph(tuple(sorted(edges, key=lambda edge: edge.event)), after)


def from_sentences(sentences: Sequence[str]) -> Graph:
    """The graph that an exploration's sentences tell: "A waits for lock, held by B".

    Raises ValueError at a sentence of another kind.
    """
    edges: list[Edge] = []
    for sentence in sentences:
        found = SENTENCE.fullmatch(sentence)
        if not found:
            raise ValueError(f"no sentence of somebody who waits: {sentence!r}")
        who, end, holder = found["who"], found["end"], found["holder"]
        thing = (
            Node(found["thing"], False) if found["thing"] else Node(found["called"], False, True)
        )
        target = Node(end, True) if end else thing
        edges.append(Edge(Node(who, True), target, "waits", len(edges)))
        if found["itself"] or holder:
            edges.append(Edge(target, Node(holder or who, True), "held", len(edges)))
    # Two who wait for one lock say twice who holds it.
    once = dict.fromkeys((edge.source, edge.target, edge.kind) for edge in edges)
    return Graph(tuple(Edge(*what, n) for n, what in enumerate(once)))


def _covers(phase: Phase, after: int) -> bool:
    return phase.begin <= after and (phase.end is None or phase.end > after)


def _holds(hold: Hold, after: int) -> bool:
    return hold.got <= after and (hold.released is None or hold.released > after)


def _waits(phase: Phase, taken: set[str]) -> bool:
    """Who asks for a lock that is free has it in a moment."""
    free = phase.state == "lock" and phase.what not in taken and phase.end is not None
    return phase.state in BLOCKED and not free


def _wait(phase: Phase, trace: Trace) -> Edge:
    source = Node(trace.letter(phase.strand), True)
    joins = phase.state == "join" and phase.to is not None
    signal = phase.state == "signal"
    target = Node(trace.letter(phase.to or 0), True) if joins else Node(phase.what, False, signal)
    return Edge(source, target, "waits", phase.begin, trace.events[phase.begin].line)


def _turned(circle: list[Edge]) -> list[Edge]:
    """The same circle from its first strand on."""
    strands = [edge for edge in circle if edge.source.strand]
    start = circle.index(min(strands, key=lambda edge: edge.source.name)) if strands else 0
    return circle[start:] + circle[:start]
