"""The table below a figure: the same events in words."""

from collections.abc import Iterable

from scripts.draw.figure import Row
from scripts.draw.trace import Event, Trace

HEADS = ("No.", "Time", "Who", "Line", "What")


def event_rows(trace: Trace, events: Iterable[Event]) -> tuple[Row, ...]:
    """One row for each event, under HEADS."""
    return tuple(
        Row(e.n, (str(e.n), at(e.at), who(trace, e.strand), str(e.line or ""), e.text))
        for e in events
    )


def at(moment: float) -> str:
    """A moment as tables tell it: in milliseconds, fine enough to keep the order."""
    return f"{moment * 1000:,.2f} ms"


def who(trace: Trace, strand: int) -> str:
    """The letter, and the process where there are several."""
    one = trace.strands[strand]
    process = trace.processes[one.process]
    several = len(trace.processes) > 1
    return (
        f"{one.letter} in {process.name}" if several and process.name != one.letter else one.letter
    )


def listed(words: Iterable[str]) -> str:
    """ "A, B and C"."""
    *most, last = list(words) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def count(n: int, noun: str) -> str:
    """ "1 thread", "2 threads"."""
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def nouns(trace: Trace, group: str = "") -> str:
    """What its strands are: "a thread", or "a task", and what a group of them is."""
    kinds = {strand.kind for strand in trace.strands}
    noun = (
        "a task" if kinds == {"task"} else "a thread or a task" if "task" in kinds else "a thread"
    )
    several = group and len(trace.processes) > 1
    return f"{noun}, each {group} a process" if several else noun
