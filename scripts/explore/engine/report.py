"""The report: what was found, as plain data."""

from typing import Any

from scripts.explore.engine.graph import Outcome, outcomes
from scripts.explore.engine.search import Node, Search
from scripts.explore.engine.view import KEPT, Viewer, letter

LOCKS_ONLY = (
    "no line of this program is labelled as a step, so its steps are the operations on locks"
    " (and queues, events and so on), sleeps, starts and ends of threads: whatever stands"
    " between two of these is done in one go"
)


def of(search: Search, viewer: Viewer, steps: bool, loose: dict[int, str]) -> dict[str, Any]:
    """The report on a finished search."""
    found, schedules = outcomes(search.nodes)
    notes = [] if steps else [LOCKS_ONLY]
    for line, name in loose.items():
        notes.append(f"line {line} uses {name}, is no step, and not always under the same lock")
    if search.why:
        notes.append(f"not complete: {search.why}")
    if search.unknown:
        notes.append(f"no two states were taken as the same: they hold a {search.unknown}")
    small = len(search.nodes) <= KEPT
    return {
        "complete": not search.why,
        "states": len(search.nodes),
        "schedules": schedules,
        "outcomes": [_outcome(one, search.nodes) for one in found],
        "notes": notes,
        "loose": list(loose),
        "runs": search.runs,
        "seconds": round(search.seconds, 4),
        "threads": [
            {"letter": letter(slot), "name": name or "MainThread"}
            for slot, name in enumerate(search.threads)
        ],
        "graph": _graph(search.nodes, viewer) if small else None,
        "without_graph": "" if small else f"more than {KEPT:,} states",
    }


def _outcome(one: Outcome, nodes: list[Node]) -> dict[str, Any]:
    last = nodes[one.last].view or {}
    waits = last.get("blocked", {}) if one.end == "deadlock" else {}
    return {
        "end": one.end,
        "output": one.output,
        "schedules": one.schedules,
        "example": [letter(slot) for slot in one.example],
        "waits": [f"{letter(slot)} {reason}" for slot, reason in waits.items()],
    }


def _graph(nodes: list[Node], viewer: Viewer) -> dict[str, Any]:
    """All moments: where threads stand, the values, who can go on and to which moment."""
    texts = sorted({node.output for node in nodes})
    place = {text: number for number, text in enumerate(texts)}
    return {
        "names": viewer.names or [],
        "outputs": texts,
        "nodes": [
            {
                "lines": node.view["lines"],
                "values": node.view["values"],
                "go": [
                    [slot, told or node.view["does"][slot], target]
                    for slot, told, target in zip(node.ready, node.told, node.edges, strict=True)
                ],
                "blocked": node.view["blocked"],
                "output": place[node.output],
                "end": node.end,
            }
            for node in nodes
        ],
    }
