"""The search: every order of a program's stops, depth first.

A run follows a prefix of choices from the program's start, and then goes on
with the first thread that can, until its end or a state that was seen before.
"""

import faulthandler
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from scripts.explore.engine import world
from scripts.explore.engine.refuse import Refused
from scripts.explore.engine.run import Run
from scripts.explore.engine.strand import Strand

DEEPEST = 20_000  # choices of one run


@dataclass(slots=True)
class Node:
    """A moment in which somebody has to choose, or the end of a run.

    ready: who can go on; edges: where that leads, as far as known; told: with
    which step done. key: of the state; None if it cannot be compared.
    """

    key: bytes | None
    ready: tuple[int, ...]
    edges: list[int]
    told: list[str]
    end: str = ""
    output: str = ""
    view: Any = None


@dataclass
class Limits:
    """When to give up: states, seconds in all, and seconds up to the next stop."""

    states: int
    seconds: float
    patience: float


@dataclass
class Search:
    """What is known of a program so far.

    key_of: the key of a run's present state, with the reason when there is
    none; look: what a reader sees of it. why: why this is not complete.
    """

    limits: Limits
    key_of: Callable[[Run], tuple[bytes | None, str]]
    look: Callable[[Run, bool], Any]
    clock: Callable[[], float] = time.monotonic
    nodes: list[Node] = field(default_factory=list)
    seen: dict[bytes, int] = field(default_factory=dict)
    path: list[int] = field(default_factory=list)
    choices: list[int] = field(default_factory=list)
    threads: list[str] = field(default_factory=list)
    unknown: str = ""
    why: str = ""
    runs: int = 0
    seconds: float = 0.0
    depth: int = 0
    replayed: int = 0
    started: float = 0.0
    armed: float = 0.0

    def explore(self, execute: Callable[["Search"], Run], forget: Callable[[Run], None]) -> None:
        """Run the program until every order is known. Raises Refused."""
        self.started = self.clock()
        while True:
            self.depth, self.replayed = 0, len(self.choices)
            self._arm()
            run = execute(self)
            self.runs += 1
            for strand in run.strands[len(self.threads) :]:
                self.threads.append(strand.thread.name if strand.thread else "")
            forget(run)
            if run.refused:
                raise run.refused
            if self.why or not self._back():
                self.seconds = self.clock() - self.started
                faulthandler.cancel_dump_traceback_later()
                return

    def _back(self) -> bool:
        """Go back to the last choice that has another side."""
        while self.path:
            self.choices[-1] += 1
            if self.choices[-1] < len(self.nodes[self.path[-1]].ready):
                return True
            self.path.pop()
            self.choices.pop()
        return False

    def decide(self, run: Run, ready: list[Strand]) -> int | None:
        """Who goes on: as the prefix says, and the first one after that."""
        slots = tuple([strand.slot for strand in ready])
        depth = self.depth
        if depth < self.replayed:
            node, choice = self.path[depth], self.choices[depth]
            if self.nodes[node].ready != slots or (
                depth == self.replayed - 1 and choice == 1 and not self._same(run, node)
            ):
                self._differs(run)
                return None
        else:
            if self.clock() - self.armed > 1:
                self._arm()
            found = self._arrive(run, slots)
            if found is None:
                return None
            node, choice = found, 0
            self.path.append(node)
            self.choices.append(0)
        self.depth = depth + 1
        run.origin = (node, choice)
        run.fresh = depth >= self.replayed - 1
        run.told = ""
        return choice

    def end(self, run: Run, kind: str) -> None:
        """A run has come to its end."""
        if self.depth >= self.replayed:
            found = self._arrive(run, ())
            if found is not None:
                self.nodes[found].end = kind
        else:
            self._differs(run)

    def _arrive(self, run: Run, ready: tuple[int, ...]) -> int | None:
        """The node of a state that nobody has seen; None for one seen, or at a limit."""
        key, unknown = self.key_of(run)
        self.unknown = self.unknown or unknown
        known = self.seen.get(key) if key is not None else None
        place = known if known is not None else len(self.nodes)
        if known is None:
            self._look_at_limits()
            if self.why:
                return None
            if key is not None:
                self.seen[key] = place
            edges, told = [-1] * len(ready), [""] * len(ready)
            output = "".join(run.output)
            view = self.look(run, not ready)
            self.nodes.append(Node(key, ready, edges, told, output=output, view=view))
        if self.path:
            before = self.nodes[self.path[-1]]
            before.edges[self.choices[-1]] = place
            before.told[self.choices[-1]] = run.told
        return None if known is not None else place

    def _look_at_limits(self) -> None:
        if len(self.nodes) >= self.limits.states:
            self.why = f"more than {self.limits.states:,} states"
        elif self.clock() - self.started > self.limits.seconds:
            self.why = f"more than {self.limits.seconds:g} seconds"
        elif self.depth > DEEPEST:
            self.why = f"a run of more than {DEEPEST:,} choices"

    def _same(self, run: Run, node: int) -> bool:
        key = self.nodes[node].key
        return key is None or self.key_of(run)[0] == key

    def _differs(self, run: Run) -> None:
        lines = [world.line_of(strand.frame) for strand in run.strands]
        run.refused = Refused(max(lines), "does something else when the same steps are done again")

    def _arm(self) -> None:
        """Have the C library watch that the next stop comes."""
        self.armed = self.clock()
        faulthandler.dump_traceback_later(self.limits.patience, exit=True, file=self.stacks)

    stacks: Any = 2
