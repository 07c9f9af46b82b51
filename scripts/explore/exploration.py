"""An exploration: all that can become of one program, and whether that is all."""

from dataclasses import dataclass
from typing import Any, Literal, TypeVar, get_args

End = Literal["finished", "deadlock", "livelock", "error"]
T = TypeVar("T")


class DamagedReport(ValueError):
    """What the engine wrote is not a report; the text says where."""


@dataclass(frozen=True)
class Outcome:
    """One way to end. schedules: None where a loop makes them unbounded.

    example: letters of threads; waits: who waits for what, in a deadlock.
    """

    end: End
    output: str
    schedules: int | None
    example: tuple[str, ...]
    waits: tuple[str, ...] = ()


@dataclass(frozen=True)
class Exploration:
    """What the engine found. runs: executions that it took, and seconds.

    notes: sentences that belong beside every number; loose: lines that touch what
    threads share, and are neither steps nor always under the same lock; threads: letter and name,
    in order of start; graph: every moment, for the reader to walk in.
    """

    complete: bool
    states: int
    schedules: int | None
    outcomes: tuple[Outcome, ...]
    notes: tuple[str, ...]
    loose: tuple[int, ...]
    runs: int
    seconds: float
    threads: tuple[dict[str, str], ...]
    graph: dict[str, Any] | None
    without_graph: str

    def word(self) -> str:
        """What may be said of each outcome: that it is possible, or certain."""
        alone = self.complete and len(self.outcomes) == 1 and not self.loose
        return "certain" if alone else "possible"

    def as_json(self) -> dict[str, Any]:
        """The contract of --json, and what the browser needs besides."""
        return {
            "complete": self.complete,
            "states": self.states,
            "schedules": self.schedules,
            "outcomes": [
                {**vars(one), "example": list(one.example), "waits": list(one.waits)}
                for one in self.outcomes
            ],
            "notes": list(self.notes),
            "loose": list(self.loose),
            "threads": list(self.threads),
            "graph": self.graph,
            "without_graph": self.without_graph,
        }


def from_report(data: Any) -> Exploration:
    """The exploration in a report; it comes from beside the program, so all is checked."""
    report = _is(data, dict, "the report")
    complete = _is(report.get("complete"), bool, "complete")
    outcomes = [_outcome(one) for one in _is(report.get("outcomes"), list, "outcomes")]
    if not outcomes and complete:
        raise DamagedReport("it is complete, and has no outcome")
    graph = report.get("graph")
    return Exploration(
        complete=complete,
        states=_count(report.get("states"), "states"),
        schedules=_unbounded(report.get("schedules"), "schedules"),
        outcomes=tuple(outcomes),
        notes=tuple(_texts(report.get("notes"), "notes")),
        loose=tuple(_count(line, "loose") for line in _is(report.get("loose"), list, "loose")),
        runs=_count(report.get("runs"), "runs"),
        seconds=float(_is(report.get("seconds"), float, "seconds")),
        threads=tuple(_thread(one) for one in _is(report.get("threads"), list, "threads")),
        graph=None if graph is None else _graph(_is(graph, dict, "graph")),
        without_graph=_is(report.get("without_graph"), str, "without_graph"),
    )


def _outcome(data: Any) -> Outcome:
    one = _is(data, dict, "an outcome")
    if one.get("end") not in get_args(End):
        raise DamagedReport(f"an outcome ends with {one.get('end')!r}")
    return Outcome(
        end=one["end"],
        output=_is(one.get("output"), str, "output"),
        schedules=_unbounded(one.get("schedules"), "schedules"),
        example=tuple(_texts(one.get("example"), "example")),
        waits=tuple(_texts(one.get("waits"), "waits")),
    )


def _thread(data: Any) -> dict[str, str]:
    one = _is(data, dict, "a thread")
    return {key: _is(one.get(key), str, key) for key in ("letter", "name")}


def _graph(data: dict[str, Any]) -> dict[str, Any]:
    """The graph, with every edge leading to a node of it, or to none yet (-1)."""
    nodes = _is(data.get("nodes"), list, "nodes")
    _texts(data.get("names"), "names")
    outputs = _texts(data.get("outputs"), "outputs")
    for node in nodes:
        _is(_is(node, dict, "a node").get("lines"), list, "lines")
        _texts(node.get("values"), "values")
        _is(node.get("blocked"), dict, "blocked")
        if not 0 <= _is(node.get("output"), int, "output") < len(outputs):
            raise DamagedReport("a node has an output that is nowhere")
        for edge in _is(node.get("go"), list, "go"):
            slot, label, target = edge
            _is(label, str, "a label")
            if not (0 <= _is(slot, int, "a thread") <= 26 and -1 <= target < len(nodes)):
                raise DamagedReport("an edge leads nowhere")
    return data


def _is(value: Any, kind: type[T], name: str) -> T:
    if not isinstance(value, kind):
        raise DamagedReport(f"{name} is {str(value)[:60]!r}")
    return value


def _count(value: Any, name: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise DamagedReport(f"{name} is {str(value)[:60]!r}")
    return value


def _unbounded(value: Any, name: str) -> int | None:
    return None if value is None else _count(value, name)


def _texts(value: Any, name: str) -> list[str]:
    return [_is(text, str, name) for text in _is(value, list, name)]
