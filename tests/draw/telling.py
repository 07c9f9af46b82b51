"""Small traces, told in lines that a reader can check.

1.20 A 20 asks lock: asks for lock
ms   who line do what: text              (>B for the other strand, - for nothing)
"""

import json
from pathlib import Path
from typing import Any

from scripts.draw.trace import Trace, from_json

SAMPLES = Path(__file__).parent / "samples"


def sample(name: str) -> Trace:
    """The trace in samples: NAME.txt, which is told, or NAME.trace.json, as the tracer wrote it."""
    recorded = SAMPLES / f"{name}.trace.json"
    if recorded.exists():
        return from_json(json.loads(recorded.read_text(encoding="utf-8")))
    return told((SAMPLES / f"{name}.txt").read_text(encoding="utf-8"), f"samples/{name}")


def told(text: str, program: str = "samples/told") -> Trace:
    """The trace that the lines tell.

    Lines before the first empty one: "process NAME [METHOD]", "gil off", and
    "LETTER NAME" for each strand of the process before.
    """
    head, _, body = text.strip().partition("\n\n")
    processes: list[dict[str, Any]] = []
    strands: list[dict[str, Any]] = []
    gil = "on"
    for line in head.splitlines():
        first, _, rest = line.partition(" ")
        if first == "gil":
            gil = rest
        elif first == "process":
            processes.append(_process(len(processes), *rest.split()))
        else:
            if not processes:
                processes.append(_process(0, "main"))
            strands.append(_strand(len(strands), len(processes) - 1, first, rest))
    letters = {strand["letter"]: strand["number"] for strand in strands}
    lines = [line for line in body.splitlines() if line.strip()]
    return from_json(
        {
            "program": program,
            "label": "build",
            "processes": processes,
            "strands": strands,
            "events": [_event(n, line, letters) for n, line in enumerate(lines)],
            "interpreter": {"gil": gil},
        }
    )


def _process(number: int, name: str, method: str = "") -> dict[str, Any]:
    parent = 0 if number else None
    return {
        "number": number, "name": name, "pid": 4711 + number, "parent": parent, "method": method,
    }  # fmt: skip


def _strand(number: int, process: int, letter: str, name: str) -> dict[str, Any]:
    kind = "task" if name.startswith("Task-") else "thread"
    return {
        "number": number, "process": process, "letter": letter, "name": name or letter,
        "kind": kind,
    }  # fmt: skip


def _event(n: int, line: str, letters: dict[str, int]) -> dict[str, Any]:
    head, _, text = line.partition(": ")
    at, who, number, do, *rest = head.split()
    what = " ".join(word for word in rest if not word.startswith(">") and word != "-")
    to = next((letters[word[1:]] for word in rest if word.startswith(">")), None)
    return {
        "n": n, "at": float(at) / 1000, "strand": letters[who], "line": int(number), "do": do,
        "text": text, "what": what, "to": to,
    }  # fmt: skip
