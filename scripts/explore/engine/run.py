"""A run: one execution of the program, in which one thread goes at a time.

The thread that comes to a stop chooses itself who goes on, and wakes it. The
real main thread runs the program's main thread; when the run is over, or has
nothing more to tell, every other thread is led out of it.
"""

import sys
from collections.abc import Callable
from types import CodeType, FrameType
from typing import Any, Protocol

from scripts.explore.engine import pool, threads, world
from scripts.explore.engine.refuse import Abandon, Refused
from scripts.explore.engine.strand import Strand

THREADS = 26  # as many as letters
RAISES = 200  # times that a thread may catch what should take it out of a run


class Strategy(Protocol):
    """Who chooses among the threads that can go on."""

    def decide(self, run: "Run", ready: list[Strand]) -> int | None:
        """The place of the chosen one; None to abandon the run."""

    def end(self, run: "Run", kind: str) -> None:
        """The run has come to its end."""


class Run:
    """One execution.

    labelled: some lines are steps; then a thread starts by itself up to its
    first. origin: the node and the choice that the present stretch comes from;
    fresh: nobody has gone this way before; told: the label of the step that it
    did. close: what the end of the main thread does. errors: how many threads ended by an exception.
    """

    def __init__(self, strategy: Strategy, labelled: bool, close: Callable[[], None]) -> None:
        self.close = close
        self.strategy = strategy
        self.labelled = labelled
        self.main = Strand(0, pool.new_gate(), None)
        self.strands = [self.main]
        self.current: Strand | None = self.main
        self.urgent: list[Strand] = []
        self.abandoned = False
        self.errors = 0
        self.output: list[str] = []
        self.printed = 0
        self.refused: Refused | None = None
        self.origin = (-1, 0)
        self.fresh = True
        self.told = ""
        self.namespace: dict[str, Any] = {}

    def execute(self, code: CodeType, namespace: dict[str, Any]) -> None:
        """Run the program from its start to the end of this run."""
        self.namespace = namespace
        try:
            try:
                exec(code, namespace)
            except Abandon:
                raise
            except SystemExit as error:
                if error.code is not None and not isinstance(error.code, int):
                    print(error.code, file=sys.stderr)
            except BaseException as error:
                threads.uncaught(error)
            self.close()
            self.rest()
        except Abandon:
            pass
        self.clear()

    def rest(self) -> None:
        """The main thread has done its part; the others go on to their ends."""
        self.main.stand("end", None)
        self.main.holder = None
        chosen = self.choose()
        if chosen is not self.main:
            self._hand_over(chosen, self.main)

    def stop(self, strand: Strand) -> None:
        """The running thread stands at a stop; comes back when it may go on."""
        strand.origin = self.origin
        if not self.abandoned:
            chosen = self.choose()
            if chosen is not strand:
                self._hand_over(chosen, strand)
        if self.abandoned:
            strand.raised += 1
            if strand.raised > RAISES:
                self._give_up(strand)
            raise Abandon

    def _hand_over(self, chosen: Strand, waiting: Strand) -> None:
        self.current = chosen
        chosen.gate.release()
        waiting.gate.acquire()

    def choose(self) -> Strand:
        """Who goes on now; the main thread when the run is over."""
        try:
            return self._choose()
        except Exception as error:  # in ours, not in the program's code
            self.refused = Refused(0, f"makes the explorer fail: {error!r}")
            self.abandoned = True
            return self.main

    def _choose(self) -> Strand:
        if self.abandoned:
            return self.main
        if self.urgent:
            return self.urgent.pop()
        ready, working = [], False
        for strand in self.strands:
            if strand.holder is None:
                continue
            working = working or not (strand.thread and strand.thread.daemon)
            if strand.can_go():
                if strand.quiet:
                    return strand
                ready.append(strand)
        if ready and working:
            choice = self.strategy.decide(self, ready)
            if choice is not None:
                return ready[choice]
        else:
            kind = "deadlock" if working else "error" if self.errors else "finished"
            self.strategy.end(self, kind)
        self.abandoned = True
        return self.main

    def enters(self, strand: Strand, frame: FrameType) -> bool:
        """Whether this operation on a lock, in frame, is a stop.

        Each of the program's own is. A library's call is one stop, at its first
        operation: its object's lock keeps the others out of the rest.
        """
        if world.is_program(frame):
            strand.in_program()
            return not self._absorbed(strand, frame)
        outer, back = frame, frame.f_back
        while back is not None and not world.is_program(back):
            outer, back = back, back.f_back
        if back is None or outer is strand.call:
            return False
        strand.call = outer
        strand.clock = 0.0
        return not self._absorbed(strand, back)

    def _absorbed(self, strand: Strand, frame: FrameType) -> bool:
        """Whether the step's own stop, just passed, was that of this operation."""
        if strand.absorb < 0:
            return False
        step = world.steps[strand.absorb]
        strand.absorb = -1
        return step.line <= frame.f_lineno <= step.last

    def start(self, thread: Any, quiet: bool) -> None:
        """Start a thread; with labelled steps, it goes up to its first one at once."""
        strand = self.current
        assert strand is not None
        if self.abandoned:
            raise Abandon
        if len(self.strands) > THREADS:
            self.refuse(sys._getframe(2), f"starts more than {THREADS} threads")
        child = pool.carry(thread, len(self.strands))
        child.origin = strand.origin = self.origin
        self.strands.append(child)
        thread._strand = child
        if self.labelled:
            self.urgent.append(strand)
            self._hand_over(child, strand)
            if self.abandoned:
                raise Abandon
        elif quiet:
            strand.after = True
        elif world.is_program(frame := sys._getframe(2)):
            strand.stand("between", frame)
            self.stop(strand)

    def finish(self, strand: Strand) -> None:
        """A thread has ended; wakes the next."""
        strand.holder = None
        strand.left = True
        strand.stand("end", None)
        chosen = self.choose()
        self.current = chosen
        chosen.gate.release()

    def clear(self) -> None:
        """Lead every other thread out of the run, one by one."""
        self.abandoned = True
        for strand in self.strands[1:]:
            if not strand.left:
                self._hand_over(strand, self.main)
        self.current = None

    def forget(self) -> None:
        """Let go of all that is the program's, while nobody runs."""
        self.namespace.clear()
        for strand in self.strands:
            strand.stand("end", None)
            strand.call = strand.thread = None

    def _give_up(self, strand: Strand) -> None:
        """A thread that catches everything, for ever: leave it standing where it is."""
        line = world.line_of(sys._getframe(2))
        self.refused = Refused(line, "catches every exception, whatever it is, for ever")
        if strand is not self.main:
            pool.lose(strand)
            self.finish(strand)
            pool.new_gate().acquire()

    def refuse(self, frame: FrameType | None, sentence: str) -> None:
        """The program does what cannot be explored: end all, with its line."""
        self.refused = self.refused or Refused(world.line_of(frame), sentence)
        self.abandoned = True
        raise Abandon
