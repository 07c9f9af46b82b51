"""A trace: what each strand of a program did, in true order.

The one typed reader of what recorded/NAME.trace.json holds. That was written
beside a running program, so all of it is checked.
"""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal, TypeVar, cast, get_args

Do = Literal[
    "born", "ended", "step", "starts", "waits_join", "joined", "asks", "got", "released",
    "refused", "waits", "woken", "notifies", "puts", "gets", "sends", "receives", "sleeps",
    "wakes", "raises",
]  # fmt: skip
T = TypeVar("T")


class DamagedTrace(ValueError):
    """What was read is not a trace; the text says where."""


@dataclass(frozen=True)
class Process:
    """One process. method: how it was made (fork, spawn, …); empty for the first one."""

    number: int
    name: str
    pid: int
    parent: int | None
    method: str


@dataclass(frozen=True)
class Strand:
    """A thread or a task: something that runs on its own beside others."""

    number: int
    process: int
    letter: str
    name: str
    kind: str


@dataclass(frozen=True)
class Event:
    """One thing that a strand did. at: seconds since the first; what: a lock, queue, …;
    to: the other strand; line: of the program, or 0."""

    n: int
    at: float
    strand: int
    line: int
    do: Do
    text: str
    what: str
    to: int | None


@dataclass(frozen=True)
class Trace:
    """A traced run. Strands, processes and events stand at the index that is their number."""

    program: str
    label: str
    processes: tuple[Process, ...]
    strands: tuple[Strand, ...]
    events: tuple[Event, ...]
    interpreter: dict[str, str] = field(default_factory=dict)

    @property
    def takes_turns(self) -> bool:
        """Whether threads of one process must take turns: there is a GIL."""
        return self.interpreter.get("gil", "on") == "on"

    @property
    def has_tasks(self) -> bool:
        """Whether there are tasks of asyncio in it."""
        return any(strand.kind == "task" for strand in self.strands)

    @property
    def lasts(self) -> float:
        """Seconds from the first event to the last one."""
        return self.events[-1].at if self.events else 0.0

    def letter(self, strand: int) -> str:
        """The letter by which pages know the strand."""
        return self.strands[strand].letter

    def of(self, strand: int) -> list[Event]:
        """The events of one strand."""
        return [event for event in self.events if event.strand == strand]


def from_json(data: Any) -> Trace:
    """The trace in parsed JSON. Raises DamagedTrace."""
    trace = _is(data, dict, "the trace")
    processes = tuple(_process(i, one) for i, one in enumerate(_list(trace, "processes")))
    strands = tuple(
        _strand(i, one, len(processes)) for i, one in enumerate(_list(trace, "strands"))
    )
    events = tuple(_event(i, one, len(strands)) for i, one in enumerate(_list(trace, "events")))
    if any(before.at > after.at for before, after in pairwise(events)):
        raise DamagedTrace("its events are not in the order of time")
    return Trace(
        program=_is(trace.get("program"), str, "program"),
        label=_is(trace.get("label", ""), str, "label"),
        processes=processes,
        strands=strands,
        events=events,
        interpreter=_is(trace.get("interpreter", {}), dict, "interpreter"),
    )


def _process(number: int, data: Any) -> Process:
    one = _numbered(number, data, "process")
    parent = one.get("parent")
    return Process(
        number=number,
        name=_is(one.get("name"), str, "a process's name"),
        pid=_is(one.get("pid"), int, "a pid"),
        parent=None if parent is None else _is(parent, int, "a parent"),
        method=_is(one.get("method"), str, "a method"),
    )


def _strand(number: int, data: Any, processes: int) -> Strand:
    one = _numbered(number, data, "strand")
    return Strand(
        number=number,
        process=_below(processes, one.get("process"), "a strand's process"),
        letter=_is(one.get("letter"), str, "a letter"),
        name=_is(one.get("name"), str, "a strand's name"),
        kind=_is(one.get("kind"), str, "a strand's kind"),
    )


def _event(number: int, data: Any, strands: int) -> Event:
    one = _is(data, dict, "an event")
    where = f"event {number}"
    if one.get("n") != number:
        raise DamagedTrace(f"{where} has the number {one.get('n')!r}")
    if one.get("do") not in get_args(Do):
        raise DamagedTrace(f"{where} does {one.get('do')!r}")
    to = one.get("to")
    return Event(
        n=number,
        at=float(_is(one.get("at"), (int, float), f"{where}: at")),
        strand=_below(strands, one.get("strand"), f"{where}: strand"),
        line=_is(one.get("line"), int, f"{where}: line"),
        do=cast(Do, one["do"]),
        text=_is(one.get("text"), str, f"{where}: text"),
        what=_is(one.get("what"), str, f"{where}: what"),
        to=None if to is None else _below(strands, to, f"{where}: to"),
    )


def _list(data: dict[str, Any], name: str) -> list[Any]:
    return _is(data.get(name), list, name)


def _numbered(number: int, data: Any, noun: str) -> dict[str, Any]:
    one = _is(data, dict, f"a {noun}")
    if one.get("number") != number:
        raise DamagedTrace(f"{noun} {number} has the number {one.get('number')!r}")
    return one


def _below(count: int, value: Any, name: str) -> int:
    number = _is(value, int, name)
    if not 0 <= number < count:
        raise DamagedTrace(f"{name} is {number}, of {count}")
    return number


def _is(value: Any, kind: type[T] | tuple[type, ...], name: str) -> T:
    if not isinstance(value, kind) or isinstance(value, bool):
        raise DamagedTrace(f"{name} is {str(value)[:60]!r}")
    return cast(T, value)
