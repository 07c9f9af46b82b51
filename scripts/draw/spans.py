"""Spans: what each strand did for how long, to scale.

A trace sees what strands do, not who has the processor in between. So a strand
counts as acting where no other of its process could, or where it alone was
seen; where several could act and took turns, each is drawn as able to.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise

from scripts.draw.life import BLOCKED, Phase, phases
from scripts.draw.trace import Trace

FILLED, OUTLINED, HATCHED, DOTTED = "filled", "outlined", "hatched", "dotted"


@dataclass(frozen=True)
class Span:
    """One look of one strand. event: the one that begins it; stop None: it goes on at the end."""

    strand: int
    event: int
    look: str
    start: float
    stop: float | None

    def lasts(self, end: float) -> float:
        """Its length, if the trace ends then."""
        return (end if self.stop is None else self.stop) - self.start


def spans(trace: Trace) -> list[list[Span]]:
    """By strand, without gaps from its start to its end."""
    lives = phases(trace)
    begins = [[phase.begin for phase in life] for life in lives]
    others = Others(trace, lives, begins)
    return [[span for phase in life for span in _spans(phase, others)] for life in lives]


@dataclass(frozen=True)
class Others:
    """What must be known of the other strands."""

    trace: Trace
    lives: list[list[Phase]]
    begins: list[list[int]]

    def rivals(self, strand: int) -> list[int]:
        """Those with which a strand takes turns."""
        numbers = range(len(self.lives))
        return [other for other in numbers if takes_turns(self.trace, strand, other)]

    def could_act(self, strand: int, after: int) -> bool:
        """Whether a strand was able to run right after an event."""
        at = bisect_right(self.begins[strand], after) - 1
        return at >= 0 and self.lives[strand][at].state in ("able", "new")


def takes_turns(trace: Trace, one: int, other: int) -> bool:
    """Whether two different strands cannot act at the same time."""
    a, b = trace.strands[one], trace.strands[other]
    tasks = a.kind == b.kind == "task"
    return one != other and a.process == b.process and (trace.takes_turns or tasks)


def _spans(phase: Phase, others: Others) -> list[Span]:
    if phase.state == "ended":
        return []
    if phase.state == "able":
        return _able(phase, others)
    events = others.trace.events
    stop = None if phase.end is None else events[phase.end].at
    look = DOTTED if phase.state == "sleep" else HATCHED if phase.state in BLOCKED else OUTLINED
    return [Span(phase.strand, phase.begin, look, events[phase.begin].at, stop)]


def _able(phase: Phase, others: Others) -> list[Span]:
    """Cut wherever one of those who take turns was seen, and joined where looks agree."""
    events, strand = others.trace.events, phase.strand
    rivals = others.rivals(strand)
    last = len(events) - 1 if phase.end is None else phase.end
    seen = [n for n in range(phase.begin, last) if events[n].strand in (strand, *rivals)]
    # Nobody sees what a task awaits, so that nobody else acts does not mean that it does.
    task = others.trace.strands[strand].kind == "task"
    found: list[Span] = []
    own = phase.begin
    for before, after in pairwise([*seen, last]):
        own = before if events[before].strand == strand else own
        both = events[before].strand == events[after].strand == strand
        alone = not task and not any(others.could_act(rival, before) for rival in rivals)
        look = FILLED if both or alone else OUTLINED
        if found and found[-1].look == look:
            found[-1] = replace(found[-1], stop=events[after].at)
        else:
            found.append(Span(strand, own, look, events[before].at, events[after].at))
    if phase.end is None:
        able = task or any(others.could_act(rival, last) for rival in rivals)
        look = OUTLINED if able else FILLED
        own = max(n for n in (own, last) if events[n].strand == strand)
        found.append(Span(strand, own, look, events[last].at, None))
    return found
