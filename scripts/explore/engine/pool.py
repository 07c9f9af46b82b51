"""The pool: real threads that carry the program's threads, run after run."""

import _thread
from typing import Any

from scripts.explore.engine import world
from scripts.explore.engine.refuse import Abandon
from scripts.explore.engine.strand import Strand

new_gate_lock = _thread.allocate_lock


class Carrier:
    """A real thread that waits for a thread of the program to carry."""

    def __init__(self) -> None:
        self.gate = new_gate()
        self.strand: Strand | None = None
        _thread.start_new_thread(self.serve, ())

    def serve(self) -> None:
        """Carry one after the other, for ever."""
        while True:
            self.gate.acquire()
            strand, run = self.strand, world.run
            assert strand is not None
            try:
                if not run.abandoned:
                    strand.thread._bootstrap_inner()
            except Abandon:
                pass
            self.strand = None
            run.finish(strand)


carriers: list[Carrier] = []


def new_gate() -> Any:
    """A closed gate: whoever acquires it waits until it is released."""
    gate = new_gate_lock()
    gate.acquire()
    return gate


def carry(thread: Any, slot: int) -> Strand:
    """Have a carrier wait to run this thread; the same one for the same place in every run."""
    while len(carriers) < slot:
        carriers.append(Carrier())
    carrier = carriers[slot - 1]
    carrier.strand = Strand(slot, carrier.gate, thread)
    return carrier.strand


def lose(strand: Strand) -> None:
    """Put a new carrier in the place of one that never comes back."""
    carriers[strand.slot - 1] = Carrier()
