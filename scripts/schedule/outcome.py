"""The outcome of a simulation: what each task did for how long, and what happened when."""

from dataclasses import dataclass
from typing import Literal

State = Literal["runs", "ready", "sleeps"]
What = Literal["arrives", "wakes", "runs", "waits", "sleeps", "ends"]


@dataclass(frozen=True)
class Span:
    """One task in one state. cpu: where it runs, else NOBODY."""

    task: int
    state: State
    cpu: int
    start: int
    stop: int


@dataclass(frozen=True)
class Seen:
    """A candidate, as the policy saw it when it chose; what a and b are depends on the policy.

    name: the task's letter, or "terminal 2" for a group. FIFO and round robin: place in the
    line. SJF: length of the burst. MLFQ: level. CFS: virtual time above the least. EEVDF: lag
    and deadline, both in virtual time from the average.
    """

    name: str
    a: int
    b: int = 0


@dataclass(frozen=True)
class Event:
    """Something that happened to a task. waits: it was taken off its CPU and could go on."""

    at: int
    what: What
    task: int
    cpu: int
    seen: tuple[Seen, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """All that a simulation tells, each list in the order of time."""

    spans: tuple[Span, ...]
    events: tuple[Event, ...]
